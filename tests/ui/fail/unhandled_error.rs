//! The error of one operation is not that of another.

use generated::{nexvio, wasend};

async fn both(
    bots: &nexvio::Client,
    groups: &wasend::Client,
) -> Result<(), outspoken::Error<nexvio::errors::DeleteChatbotProfilePictureError>> {
    bots.delete_chatbot_profile_picture("c").await?;
    groups.delete_group_picture("s", "g").await?;
    Ok(())
}

fn main() {
    let _ = both;
}
