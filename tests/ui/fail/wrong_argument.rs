//! A list of positions is no list of names.

use generated::capillary::Client;

fn main() {
    let client = Client::builder().build().unwrap();
    let _ = client.delete_customer_image(1, ["first"]);
}
