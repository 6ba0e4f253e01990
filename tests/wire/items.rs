//! Bodies of many items, as OpenAPI 3.2 describes them.

use outspoken::MemoryTransport;

use crate::{
    clients::v32::{Client, types::NewsResponseItem as News},
    support::run,
};

fn answered(body: &'static str) -> Client {
    let server = MemoryTransport::new();
    server.answer(200, body);
    let builder = Client::builder().base_url("https://example.com");
    builder.transport(server).build().unwrap()
}

#[test]
fn the_data_of_an_event_is_what_its_content_schema_says() {
    let text = "event: entry\nid: 7\ndata: {\"message\": \"Hi\"}\n\nevent: count\ndata: 3\n\n";
    let client = answered(text);
    run(async {
        let mut news = client.news().await.unwrap().into_inner();
        let first = news.next().await.unwrap().unwrap();
        assert_eq!(
            (first.name.as_str(), first.id.as_deref()),
            ("entry", Some("7"))
        );
        assert!(matches!(first.data, News::Object(entry) if entry.message == "Hi"));
        let second = news.next().await.unwrap().unwrap();
        assert!(matches!(second.data, News::Integer(3)), "{second:?}");
        assert!(news.next().await.is_none());
    });
}

#[test]
fn a_list_of_all_lines_is_given_line_by_line() {
    let client = answered("1\n2\n");
    run(async {
        let mut log = client.log().await.unwrap().into_inner();
        let mut all = Vec::new();
        while let Some(line) = log.next().await {
            all.push(line.unwrap());
        }
        assert_eq!(all, [1_i64, 2]);
    });
}
