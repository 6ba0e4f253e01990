//! References: chains, circles, and much that refers to much.

use super::{Case, HEAD, json, lines, operation, yaml};

pub(super) const CASES: &[Case] = &[
    yaml("schema-chain", 100_000, |steps| {
        schemas(&chain(steps, "type: string"))
    }),
    yaml("schema-circle", 100_000, |steps| {
        schemas(&chain(steps, "$ref: '#/components/schemas/S0'"))
    }),
    yaml("schema-chain-from-everywhere", 100_000, |steps| {
        let all = lines(steps, |n| {
            format!("        p{n}: {{$ref: '#/components/schemas/S{n}'}}\n")
        });
        let chain = chain(steps, "type: string");
        schemas(&format!(
            "{chain}    Top:\n      type: object\n      properties:\n{all}"
        ))
    }),
    yaml("types-in-a-circle", 50_000, |steps| {
        let chain = lines(steps, |n| {
            let next = (n + 1) % steps;
            format!(
                "    S{n}: {{type: object, required: [a], properties: {{a: {{$ref: '#/components/schemas/S{next}'}}}}}}\n"
            )
        });
        schemas(&chain)
    }),
    yaml("types-all-to-all", 400, |steps| {
        schemas(&lines(steps, |n| {
            let all = lines(steps, |m| {
                format!("p{m}: {{$ref: '#/components/schemas/S{m}'}}, ")
            });
            format!("    S{n}: {{type: object, properties: {{{all}}}}}\n")
        }))
    }),
    yaml("response-chain", 100_000, |steps| {
        let chain = lines(steps, |n| {
            format!("    R{n}: {{$ref: '#/components/responses/R{}'}}\n", n + 1)
        });
        let get = operation(0, "responses: {'200': {$ref: '#/components/responses/R0'}}");
        format!(
            "{HEAD}paths:\n{get}components:\n  responses:\n{chain}    R{steps}: {{description: D.}}\n"
        )
    }),
    yaml("response-chain-from-everywhere", 20_000, |steps| {
        let chain = lines(steps, |n| {
            format!("    R{n}: {{$ref: '#/components/responses/R{}'}}\n", n + 1)
        });
        let all = lines(steps, |n| {
            operation(n, "responses: {'404': {$ref: '#/components/responses/R0'}}")
        });
        format!(
            "{HEAD}paths:\n{all}components:\n  responses:\n{chain}    R{steps}: {{description: D.}}\n"
        )
    }),
    yaml("response-circle-from-everywhere", 20_000, |steps| {
        let circle = lines(steps, |n| {
            format!(
                "    R{n}: {{$ref: '#/components/responses/R{}'}}\n",
                (n + 1) % steps
            )
        });
        let all = lines(steps, |n| {
            operation(n, "responses: {'404': {$ref: '#/components/responses/R0'}}")
        });
        format!("{HEAD}paths:\n{all}components:\n  responses:\n{circle}")
    }),
    yaml("shared-response-of-unknown-keys", 30_000, |steps| {
        let all = lines(steps, |n| {
            operation(n, "responses: {'404': {$ref: '#/components/responses/R'}}")
        });
        let keys = lines(steps, |n| format!("      k{n}: 1\n"));
        format!(
            "{HEAD}paths:\n{all}components:\n  responses:\n    R:\n      description: D.\n{keys}"
        )
    }),
    yaml("shared-parameter-of-many-words", 30_000, |steps| {
        let list = "parameters: [{$ref: '#/components/parameters/P'}], responses: {'204': {description: D.}}";
        let all = lines(steps, |n| operation(n, list));
        let words = "word ".repeat(steps * 10);
        format!(
            "{HEAD}paths:\n{all}components:\n  parameters:\n    P: {{name: p, in: query, schema: {{type: string}}, description: {words}}}\n"
        )
    }),
    yaml("shared-parameter-of-a-long-name", 30_000, |steps| {
        let list = "parameters: [{$ref: '#/components/parameters/P'}], responses: {'204': {description: D.}}";
        let all = lines(steps, |n| operation(n, list));
        let name = "n".repeat(steps * 10);
        format!(
            "{HEAD}paths:\n{all}components:\n  parameters:\n    P: {{name: {name}, in: query, schema: {{type: string}}}}\n"
        )
    }),
    yaml("shared-path-item", 20_000, |steps| {
        let all = lines(steps, |n| format!("  /p{n}: {{$ref: '#/x-items/a'}}\n"));
        let list = lines(steps, |n| {
            format!("      - {{name: p{n}, in: query, schema: {{type: string}}}}\n")
        });
        format!(
            "{HEAD}paths:\n{all}x-items:\n  a:\n    get: {{responses: {{'204': {{description: D.}}}}}}\n    parameters:\n{list}"
        )
    }),
    yaml("shared-schema-of-many-words", 50_000, |steps| {
        let all = lines(steps, |n| {
            format!("        p{n}: {{$ref: '#/components/schemas/Words'}}\n")
        });
        let words = "word ".repeat(steps * 10);
        schemas(&format!(
            "    Words: {{type: string, description: {words}}}\n    Top:\n      type: object\n      properties:\n{all}"
        ))
    }),
    yaml("root-errors-for-many-operations", 20_000, |steps| {
        let cases = lines(300, |n| {
            format!("    E{n}: {{status: 400, when: {{at: /code, equals: {n}}}}}\n")
        });
        let all = lines(steps, |n| {
            operation(n, "responses: {'200': {description: D.}}")
        });
        format!("{HEAD}x-outspoken:\n  errors:\n{cases}paths:\n{all}")
    }),
    yaml("conditions-that-are-hard-to-compare", 250, |steps| {
        let any = lines(40, |n| format!("{{at: /c{n}, equals: v}}, "));
        let all = lines(40, |n| {
            format!("{{any: [{any}{{at: /d{n}, equals: w}}]}}, ")
        });
        let cases = lines(steps, |n| {
            format!("    E{n}: {{status: 400, when: {{all: [{all}{{at: /e, equals: {n}}}]}}}}\n")
        });
        let get = lines(20, |n| {
            operation(n, "responses: {'200': {description: D.}}")
        });
        format!("{HEAD}x-outspoken:\n  errors:\n{cases}paths:\n{get}")
    }),
    yaml("references-that-lead-nowhere", 60_000, |steps| {
        let there = lines(steps, |n| {
            format!("    SchemaOfSomeLength{n}: {{type: string}}\n")
        });
        let nowhere = lines(steps, |n| {
            format!("        p{n}: {{$ref: '#/components/schemas/ShemaOfSomeLength{n}x'}}\n")
        });
        schemas(&format!(
            "{there}    Top:\n      type: object\n      properties:\n{nowhere}"
        ))
    }),
    yaml("required-names-that-are-not-there", 60_000, |steps| {
        let there = lines(steps, |n| {
            format!("        propertyOfSomeLength{n}: {{type: string}}\n")
        });
        let required = lines(steps, |n| format!("        - propretyOfSomeLength{n}x\n"));
        schemas(&format!(
            "    Top:\n      type: object\n      required:\n{required}      properties:\n{there}"
        ))
    }),
    yaml("security-schemes-that-are-not-there", 40_000, |steps| {
        let there = lines(steps, |n| {
            format!("    schemeOfSomeLength{n}: {{type: http, scheme: bearer}}\n")
        });
        let used = lines(steps, |n| format!("  - shcemeOfSomeLength{n}x: []\n"));
        let get = operation(0, "responses: {'200': {description: D.}}");
        format!("{HEAD}security:\n{used}paths:\n{get}components:\n  securitySchemes:\n{there}")
    }),
    json("path-of-many-parameters", 60_000, |steps| path(steps, "p")),
    json("path-with-other-parameters", 60_000, |steps| {
        path(steps, "qx")
    }),
    yaml("compositions-of-compositions", 60_000, |steps| {
        schemas(&lines(steps, |n| {
            let before = n.saturating_sub(1);
            format!(
                "    S{n}: {{allOf: [{{$ref: '#/components/schemas/S{before}'}}, {{type: object, properties: {{p{n}: {{type: string}}}}}}]}}\n"
            )
        }))
    }),
    yaml("compositions-of-choices", 60, |steps| {
        schemas(&lines(steps, |n| {
            let choice = "{oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}, ";
            format!("    S{n}: {{allOf: [{}]}}\n", choice.repeat(steps))
        }))
    }),
    yaml("choices-of-choices", 20_000, |steps| {
        schemas(&lines(steps, |n| {
            let before = n.saturating_sub(1);
            format!(
                "    S{n}: {{oneOf: [{{$ref: '#/components/schemas/S{before}'}}, {{type: object, properties: {{p{n}: {{type: string}}}}}}]}}\n"
            )
        }))
    }),
    yaml("types-that-hold-themselves", 50_000, |steps| {
        schemas(&lines(steps, |n| {
            format!(
                "    S{n}: {{type: object, required: [a], properties: {{a: {{$ref: '#/components/schemas/S{n}'}}}}}}\n"
            )
        }))
    }),
    yaml("defaults-of-a-large-enum", 60_000, |steps| {
        let values = lines(steps, |n| format!("        - value{n}\n"));
        let all = lines(steps, |n| {
            format!("        p{n}: {{$ref: '#/components/schemas/E', default: value{n}}}\n")
        });
        schemas(&format!(
            "    E:\n      type: string\n      enum:\n{values}    Top:\n      type: object\n      properties:\n{all}"
        ))
    }),
    json("values-that-are-hard-to-compare", 100_000, |steps| {
        let values: Vec<_> = (0..steps).map(|n| n.to_string()).collect();
        let case = |name: &str| {
            format!(
                r#""{name}":{{"status":400,"when":{{"at":"/a","equals":[{}]}}}}"#,
                values.join(",")
            )
        };
        format!(
            r#"{{"openapi":"3.0.3","info":{{"title":"T","version":"1"}},"x-outspoken":{{"errors":{{{},{}}}}},"paths":{{"/a":{{"get":{{"responses":{{"200":{{"description":"D"}}}}}}}}}}}}"#,
            case("A"),
            case("B")
        )
    }),
    yaml("a-fault-among-many-keys", 300_000, |steps| {
        let keys = lines(steps, |n| format!("      k{n}: 1\n"));
        schemas(&format!(
            "    Top:\n      type: object\n{keys}      title: 1\n      minProperties: x\n"
        ))
    }),
    json("shared-scheme-of-a-long-name", 30_000, |steps| {
        let name = "n".repeat(steps * 10);
        let all: Vec<_> = (0..steps)
            .map(|n| {
                format!(r#""/p{n}":{{"get":{{"responses":{{"204":{{"description":"D"}}}}}}}}"#)
            })
            .collect();
        format!(
            r#"{{"openapi":"3.0.3","info":{{"title":"T","version":"1"}},"security":[{{"{name}":[]}}],"paths":{{{}}},"components":{{"securitySchemes":{{"{name}":{{"type":"http","scheme":"bearer"}}}}}}}}"#,
            all.join(",")
        )
    }),
    json("shared-pointer-of-a-long-text", 30_000, |steps| {
        let pointer = "n".repeat(steps * 10);
        let all: Vec<_> = (0..steps)
            .map(|n| {
                format!(r#""/p{n}":{{"get":{{"responses":{{"204":{{"description":"D"}}}}}}}}"#)
            })
            .collect();
        format!(
            r#"{{"openapi":"3.0.3","info":{{"title":"T","version":"1"}},"x-outspoken":{{"code":"/{pointer}","success-when":{{"at":"/{pointer}","equals":1}}}},"paths":{{{}}}}}"#,
            all.join(",")
        )
    }),
];

fn schemas(schemas: &str) -> String {
    format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{schemas}")
}

fn chain(steps: usize, end: &str) -> String {
    let chain = lines(steps, |n| {
        format!("    S{n}: {{$ref: '#/components/schemas/S{}'}}\n", n + 1)
    });
    format!("{chain}    S{steps}: {{{end}}}\n")
}

/// A path of many names, and parameters whose names begin with `prefix`.
fn path(steps: usize, prefix: &str) -> String {
    let path = lines(steps, |n| format!("{{p{n}}}-"));
    let list: Vec<_> = (0..steps)
        .map(|n| {
            format!(
                r#"{{"name":"{prefix}{n}","in":"path","required":true,"schema":{{"type":"string"}}}}"#
            )
        })
        .collect();
    format!(
        r#"{{"openapi":"3.0.3","info":{{"title":"T","version":"1"}},"paths":{{"/{path}":{{"get":{{"responses":{{"204":{{"description":"D"}}}},"parameters":[{}]}}}}}}}}"#,
        list.join(",")
    )
}
