//! A program that calls an operation, for a package's README.

use crate::ir::{Credential, Foreign, Module, Operation, Type};

/// A program that calls the first operation whose arguments are plain.
pub(crate) fn first_call(module: &Module, package: &str) -> String {
    let mut builder = String::from("Client::builder()");
    if !module.client.server.url.contains("://") {
        builder.push_str(".base_url(\"https://…\")");
    }
    for scheme in module.client.schemes.iter().take(1) {
        let arguments = match scheme.credential {
            Credential::Basic => "\"…\", \"…\"",
            _ => "\"…\"",
        };
        builder.push_str(&format!(".{}({arguments})", scheme.method));
    }
    let operations = &module.operations;
    let current = operations.iter().filter(|one| !one.deprecated);
    let others = operations.iter().filter(|one| one.deprecated);
    let call = current.chain(others).find_map(call);
    let call = call.map(|call| {
        format!("\n    let answer = client.{call}.await?;\n    println!(\"{{answer:?}}\");")
    });
    format!(
        "use {package}::Client;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {{
    let client = {builder}.build()?;{}
    Ok(())
}}
",
        call.unwrap_or_default()
    )
}

/// The call of an operation, if a reader can see what its arguments are.
fn call(operation: &Operation) -> Option<String> {
    let required = operation.parameters.iter().filter(|one| one.required);
    let arguments: Option<Vec<_>> = required
        .map(|one| placeholder(&one.ty, &one.name))
        .collect();
    Some(format!("{}({})", operation.method, arguments?.join(", ")))
}

fn placeholder(ty: &Type, name: &str) -> Option<String> {
    match ty {
        Type::String => Some(format!("{:?}", name.trim_start_matches("r#"))),
        Type::Bool => Some("true".to_owned()),
        Type::Integer(_) => Some("1".to_owned()),
        Type::F32 | Type::F64 => Some("1.0".to_owned()),
        Type::List(item) if **item != Type::String => {
            Some(format!("[{}]", placeholder(item, name)?))
        }
        Type::Foreign(foreign) => sample(*foreign).map(|text| format!("{text:?}.parse()?")),
        _ => None,
    }
}

/// The text of a value, where the type reads text.
fn sample(foreign: Foreign) -> Option<&'static str> {
    match foreign {
        Foreign::JiffTimestamp | Foreign::ChronoDateTime => Some("2026-01-31T12:00:00Z"),
        Foreign::JiffDate | Foreign::ChronoDate => Some("2026-01-31"),
        Foreign::JiffTime | Foreign::ChronoTime => Some("12:00:00"),
        Foreign::Uuid => Some("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        Foreign::Url => Some("https://example.com/"),
        Foreign::Decimal => Some("1.5"),
        Foreign::Base64
        | Foreign::JiffSpan
        | Foreign::TimeDateTime
        | Foreign::TimeDate
        | Foreign::TimeTime => None,
    }
}
