//! What a document declares, read from its tree by the letter of OpenAPI 3.0.3 §4.7.10, §4.7.27
//! and §4.7.30: this knows nothing of the generator.

use std::collections::BTreeMap;

use serde_json::Value;

/// Alternatives, each of schemes of which all are needed.
pub(super) type Requirements = Vec<Vec<String>>;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The requirements of each operation, by `operationId`.
pub(super) fn operations(root: &Value) -> BTreeMap<String, Requirements> {
    let mut operations = BTreeMap::new();
    let items = root["paths"].as_object().unwrap();
    for operation in items.values().flat_map(of_item) {
        let id = operation["operationId"].as_str().unwrap().to_owned();
        let own = operation.get("security");
        let requirements = requirements(own.or_else(|| root.get("security")));
        let before = operations.insert(id, requirements);
        assert!(before.is_none(), "two operations have one id");
    }
    operations
}

fn of_item(item: &Value) -> impl Iterator<Item = &Value> {
    assert!(item.get("$ref").is_none(), "a path item is elsewhere");
    METHODS.iter().filter_map(|method| item.get(method))
}

fn requirements(security: Option<&Value>) -> Requirements {
    let Some(alternatives) = security.and_then(Value::as_array) else {
        return Vec::new();
    };
    let schemes = |one: &Value| one.as_object().unwrap().keys().cloned().collect();
    let mut all: Requirements = alternatives.iter().map(schemes).collect();
    // Whoever gave a credential means it to be used, wherever `{}` stands.
    all.sort_by_key(Vec::is_empty);
    all
}

/// What satisfies each scheme, and where that goes.
pub(super) fn credentials(root: &Value) -> BTreeMap<String, String> {
    let schemes = root["components"]["securitySchemes"].as_object().unwrap();
    let of = |scheme: &Value| {
        let word = |key: &str| scheme[key].as_str().unwrap_or_default().to_lowercase();
        match (
            word("type").as_str(),
            word("scheme").as_str(),
            word("in").as_str(),
        ) {
            ("http", "bearer", _) | ("oauth2" | "openidconnect", ..) => "Bearer".to_owned(),
            ("http", "basic", _) => "Basic".to_owned(),
            ("apikey", _, place) => format!("{place} {}", scheme["name"].as_str().unwrap()),
            other => panic!("nothing is known of {other:?}"),
        }
    };
    schemes
        .iter()
        .map(|(name, scheme)| (name.clone(), of(scheme)))
        .collect()
}
