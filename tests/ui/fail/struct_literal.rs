//! An optional parameter may come to an operation later, so it is made with `new`.

use generated::wasend::operations::DeleteGroupPicture;

fn main() {
    let _ = DeleteGroupPicture {
        session_id: "session".to_owned(),
        group_id: "group".to_owned(),
    };
}
