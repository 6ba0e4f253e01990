//! A call that nobody awaits is never sent.
#![deny(unused_must_use)]

use generated::wasend::Client;

fn main() {
    let client = Client::builder().build().unwrap();
    client.delete_group_picture("session", "group");
}
