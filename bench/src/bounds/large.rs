//! Size: much of one thing.

use super::{Case, HEAD, json, lines, operation, yaml};

pub(super) const CASES: &[Case] = &[
    yaml("operations", 50_000, |steps| {
        let list = "parameters: [{name: a, in: query, schema: {type: string}}], responses: {'204': {description: D.}}";
        format!("{HEAD}paths:\n{}", lines(steps, |n| operation(n, list)))
    }),
    yaml("operations-of-one-name", 100_000, |steps| {
        let all = lines(steps, |n| {
            format!(
                "  /p{n}: {{get: {{operationId: 'a{}', responses: {{'204': {{description: D.}}}}}}}}\n",
                marks(n)
            )
        });
        format!("{HEAD}paths:\n{all}")
    }),
    yaml("operations-without-a-name", 100_000, |steps| {
        let all = lines(steps, |n| {
            format!(
                "  '/{}': {{get: {{responses: {{'204': {{description: D.}}}}}}}}\n",
                marks(n)
            )
        });
        format!("{HEAD}paths:\n{all}")
    }),
    yaml("properties", 250_000, |steps| {
        let all = lines(steps, |n| format!("        p{n}: {{type: string}}\n"));
        format!(
            "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    Top:\n      type: object\n      properties:\n{all}"
        )
    }),
    json("properties-in-json", 250_000, |steps| {
        let all: Vec<_> = (0..steps)
            .map(|n| format!(r#""p{n}":{{"type":"string"}}"#))
            .collect();
        format!(
            r#"{{"openapi":"3.0.3","info":{{"title":"T","version":"1"}},"paths":{{}},"components":{{"schemas":{{"Top":{{"type":"object","properties":{{{}}}}}}}}}}}"#,
            all.join(",")
        )
    }),
    yaml("schemas", 150_000, |steps| {
        let all = lines(steps, |n| {
            format!("    S{n}: {{type: object, properties: {{a: {{type: string}}}}}}\n")
        });
        format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{all}")
    }),
    yaml("enum-values", 500_000, |steps| {
        enumeration(steps, |n| format!("value{n}"))
    }),
    yaml("enum-values-of-one-name", 300_000, |steps| {
        enumeration(steps, marks)
    }),
    yaml("members-of-one-of", 200_000, |steps| {
        format!(
            "{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {{oneOf: [{}]}}}}}}\n",
            "{type: string}, ".repeat(steps)
        )
    }),
    yaml("parameters-of-one-operation", 100_000, |steps| {
        let list = lines(steps, |n| {
            format!("        - {{name: p{n}, in: query, schema: {{type: string}}}}\n")
        });
        format!(
            "{HEAD}paths:\n  /a:\n    get:\n      responses: {{'204': {{description: D.}}}}\n      parameters:\n{list}"
        )
    }),
    yaml("the-same-parameter-again", 100_000, |steps| {
        let list = "        - {name: p, in: query, schema: {type: string}}\n".repeat(steps);
        format!(
            "{HEAD}paths:\n  /a:\n    get:\n      responses: {{'204': {{description: D.}}}}\n      parameters:\n{list}"
        )
    }),
    yaml("server-variables", 100_000, |steps| {
        let url = lines(steps, |n| format!("{{v{n}}}"));
        let all = lines(steps, |n| format!("      v{n}: {{default: d}}\n"));
        format!("{HEAD}servers:\n  - url: https://{url}\n    variables:\n{all}paths: {{}}\n")
    }),
    yaml("conditions", 100_000, |steps| {
        let all = lines(steps, |n| format!("{{at: /a{n}, equals: b}}, "));
        let get = operation(0, "responses: {'200': {description: D.}}");
        format!("{HEAD}x-outspoken: {{success-when: {{all: [{all}]}}}}\npaths:\n{get}")
    }),
    yaml("statuses-of-one-error", 300_000, |steps| {
        let all = lines(steps, |n| format!("{}, ", 400 + n % 100));
        let get = operation(0, "responses: {'200': {description: D.}}");
        format!(
            "{HEAD}x-outspoken: {{errors: {{A: {{status: [{all}]}}, B: {{status: [{all}]}}}}}}\npaths:\n{get}"
        )
    }),
    yaml("unknown-keys", 700_000, |steps| {
        format!(
            "{HEAD}paths: {{}}\n{}",
            lines(steps, |n| format!("key{n}: 1\n"))
        )
    }),
    json("unknown-keys-below-a-long-key", 100_000, |steps| {
        let long = "k".repeat(steps * 50);
        let all = lines(steps, |n| format!(r#""k{n}":1,"#));
        format!(
            r#"{{"openapi":"3.0.3","info":{{"title":"T","version":"1"}},"paths":{{"/{long}":{{{all}"x":1}}}}}}"#
        )
    }),
    json("duplicate-keys", 1_000_000, |steps| {
        format!("{{{}\"b\":1}}", r#""a":1,"#.repeat(steps))
    }),
    yaml("nodes", 1_900_000, |steps| "-\n".repeat(steps)),
    json("nodes-in-json", 1_900_000, |steps| {
        format!("[{}0]", "0,".repeat(steps))
    }),
    json("objects-in-json", 900_000, |steps| {
        format!("[{}0]", "{\"\":0},".repeat(steps))
    }),
    json("a-fault-at-the-end-of-a-long-line", 10 << 20, |steps| {
        format!("{{\"a\": \"{}\", }}", "é".repeat(steps / 2))
    }),
    yaml("long-title", 10 << 20, |steps| {
        one("title", &"Title ".repeat(steps / 6))
    }),
    yaml("long-summary", 10 << 20, |steps| {
        one("summary", &"Word. ".repeat(steps / 6))
    }),
    yaml("long-operation-id", 10 << 20, |steps| {
        one("operationId", &"Name".repeat(steps / 4))
    }),
    yaml("long-path", 10 << 20, |steps| {
        let path = "segment/".repeat(steps / 8);
        let done = "{responses: {'204': {description: D.}}}";
        format!(
            "{HEAD}paths:\n  ? /{path}\n  : {{get: {done}, put: {done}, post: {done}, delete: {done}, options: {done}, head: {done}, patch: {done}, trace: {done}}}\n"
        )
    }),
    yaml("long-enum-value", 10 << 20, |steps| {
        enumeration(2, |n| format!("{n}{}", "x\"\\\\".repeat(steps / 4)))
    }),
    yaml("description-of-words", 10 << 20, |steps| {
        one("description", &"word ".repeat(steps / 5))
    }),
    yaml("description-of-one-word", 10 << 20, |steps| {
        one("description", &"x".repeat(steps))
    }),
    yaml("description-of-brackets", 5 << 20, |steps| {
        one("description", &"[".repeat(steps))
    }),
    yaml("description-of-links", 10 << 20, |steps| {
        one("description", &"[a](b) ".repeat(steps / 7))
    }),
    yaml("description-of-backticks", 10 << 20, |steps| {
        one("description", &"` `` ``` ".repeat(steps / 9))
    }),
    yaml("description-of-tags", 10 << 20, |steps| {
        one("description", &"<p><b>".repeat(steps / 6))
    }),
    yaml("description-of-quotes", 5 << 20, |steps| {
        one("description", &"> ".repeat(steps / 2))
    }),
    yaml("description-of-pipes", 5 << 20, |steps| {
        one("description", &"|a\\n-|".repeat(steps / 6))
    }),
    yaml("description-of-lists", 5 << 20, |steps| {
        one("description", &"- a\\n ".repeat(steps / 6))
    }),
    yaml("descriptions", 80_000, |steps| {
        let all = lines(steps, |n| {
            format!(
                "        p{n}: {{type: string, description: \"**A** `{n}` <b>word</b> [link](https://a.b/{n}).\\n- item\\n\"}}\n"
            )
        });
        format!(
            "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    Top:\n      type: object\n      properties:\n{all}"
        )
    }),
];

/// Marks that tell texts apart and leave no trace in a name.
fn marks(mut number: usize) -> String {
    let mut text = String::new();
    loop {
        text.push_str(
            ["-", ".", ":", ";", ",", "!", "~", "="]
                .get(number % 8)
                .copied()
                .unwrap_or_default(),
        );
        number /= 8;
        if number == 0 {
            return text;
        }
    }
}

fn enumeration(steps: usize, value: impl Fn(usize) -> String) -> String {
    let all = lines(steps, |n| format!("        - \"{}\"\n", value(n)));
    format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    A:\n      type: string\n      enum:\n{all}"
    )
}

/// A document with one long text.
fn one(key: &str, text: &str) -> String {
    let (title, own) = match key {
        "title" => (format!("\"{text}\""), String::new()),
        key => ("T".to_owned(), format!("{key}: \"{text}\", ")),
    };
    format!(
        "openapi: 3.0.3\ninfo: {{title: {title}, version: '1'}}\npaths:\n  /a: {{get: {{{own}responses: {{'204': {{description: D.}}}}}}}}\n"
    )
}
