//! The program that README and DESIGN begin with.
#![deny(warnings)]

use generated::nexvio::{Client, errors::DeleteChatbotProfilePictureError as E};
use outspoken::Error;

async fn program(key: String) -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().bearer_auth(key).build()?; // base URL comes from `servers`
    match client.delete_chatbot_profile_picture("chatbot_456def").await {
        Ok(done) => println!("deleted for {}", done.data.chatbot_id), // Response<T> derefs to T; .status() .headers() .into_inner()
        Err(Error::Api(error)) => match error.kind() {
            E::Unauthorized(_) => eprintln!("check the key"),
            E::ChatbotNotFound(_) => eprintln!("no such chatbot"),
            E::NoProfilePicture(_) => {} // nothing to delete: fine
            _ => eprintln!("{error}"),
        },
        Err(other) => return Err(other.into()),
    }
    Ok(())
}

fn main() {
    // Not awaited: that would call the real API.
    drop(program("key".to_owned()));
}
