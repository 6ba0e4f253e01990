//! Depth: in the text, and in what the text stands for.

use super::{Case, HEAD, json, lines, yaml};

pub(super) const CASES: &[Case] = &[
    yaml("yaml-block-list-nesting", 5 << 20, |steps| {
        "- ".repeat(steps)
    }),
    yaml("yaml-block-map-nesting", 4400, |steps| {
        lines(steps, |depth| format!("{}a:\n", " ".repeat(depth)))
    }),
    yaml("yaml-question-nesting", 5 << 20, |steps| "? ".repeat(steps)),
    yaml("yaml-flow-list-nesting", 10 << 20, |steps| {
        "[".repeat(steps)
    }),
    yaml("yaml-flow-map-nesting", 2 << 20, |steps| {
        "{a: ".repeat(steps)
    }),
    yaml("yaml-flow-nesting-closed", 5 << 20, |steps| {
        format!("{}{}", "[".repeat(steps), "]".repeat(steps))
    }),
    yaml("yaml-quoted-brackets", 1 << 20, |steps| {
        "[ \"]\" , ".repeat(steps)
    }),
    yaml("yaml-many-shallow-flows", 400_000, |steps| {
        format!(
            "{HEAD}paths: {{}}\nx-a:\n{}",
            lines(steps, |n| format!("  a{n}: [[[]]]\n"))
        )
    }),
    yaml("yaml-anchors", 300_000, |steps| {
        lines(steps, |n| format!("a{n}: &a{n} x\n"))
    }),
    yaml("yaml-tags", 500_000, |steps| {
        lines(steps, |n| format!("a{n}: !a{n} x\n"))
    }),
    yaml("yaml-alias-bomb", 60, |steps| {
        let bomb = lines(steps, |n| {
            let alias = format!("*a{n}, ").repeat(9);
            format!("a{}: &a{} [{alias}]\n", n + 1, n + 1)
        });
        format!("a0: &a0 [x, x, x, x, x, x, x, x, x]\n{bomb}")
    }),
    yaml("yaml-alias-of-long-text", 1 << 17, |steps| {
        format!(
            "a: &a {}\nb: [{}]",
            "x".repeat(1 << 20),
            "*a, ".repeat(steps)
        )
    }),
    yaml("yaml-merge-bomb", 30, |steps| {
        let bomb = lines(steps, |n| {
            format!(
                "a{}: &a{} {{<<: [*a{n}, *a{n}, *a{n}], b{n}: 1}}\n",
                n + 1,
                n + 1
            )
        });
        format!("a0: &a0 {{x: 1}}\n{bomb}")
    }),
    json("json-list-nesting", 10 << 20, |steps| "[".repeat(steps)),
    json("json-map-nesting", 2 << 20, |steps| {
        r#"{"a":"#.repeat(steps)
    }),
    yaml("schema-nested-in-text", 85, |steps| {
        let open = "{type: array, items: ".repeat(steps);
        let close = "}".repeat(steps);
        format!(
            "{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {open}{{type: string}}{close}}}}}\n"
        )
    }),
    yaml("schema-nested-by-references", 100_000, |steps| {
        let chain = lines(steps, |n| {
            format!(
                "    S{n}: {{type: object, properties: {{next: {{$ref: '#/components/schemas/S{}'}}}}}}\n",
                n + 1
            )
        });
        format!(
            "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{chain}    S{steps}: {{type: object}}\n"
        )
    }),
    yaml("schema-of-lists-by-references", 100_000, |steps| {
        let chain = lines(steps, |n| {
            format!(
                "    S{n}: {{type: array, items: {{$ref: '#/components/schemas/S{}'}}}}\n",
                n + 1
            )
        });
        format!(
            "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{chain}    S{steps}: {{type: string}}\n    Top: {{type: object, properties: {{a: {{$ref: '#/components/schemas/S0'}}}}}}\n"
        )
    }),
    yaml("conditions-nested", 80, |steps| {
        let open = "{not: ".repeat(steps);
        let close = "}".repeat(steps);
        format!(
            "{HEAD}x-outspoken: {{success-when: {open}{{at: /a, equals: b}}{close}}}\npaths:\n  /a: {{get: {{responses: {{'200': {{description: D.}}}}}}}}\n"
        )
    }),
];
