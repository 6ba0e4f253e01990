//! A required parameter cannot be forgotten.

use generated::wasend::Client;

fn main() {
    let client = Client::builder().build().unwrap();
    let _ = client.delete_group_picture("session");
}
