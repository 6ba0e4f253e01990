//! A program that calls an operation, for a package's README.

use crate::ir::{Credential, Module, Operation, Type};

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
    let call = module.operations.iter().find_map(call);
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
        Type::I32 | Type::I64 | Type::U64 => Some("1".to_owned()),
        Type::F32 | Type::F64 => Some("1.0".to_owned()),
        Type::List(item) if **item != Type::String => {
            Some(format!("[{}]", placeholder(item, name)?))
        }
        _ => None,
    }
}
