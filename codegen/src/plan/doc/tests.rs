use super::{WIDTH, block, clean, is_prose, lines, prepare, render};

fn page(markdown: &str) -> String {
    lines(markdown).join("\n")
}

#[test]
fn keeps_plain_text() {
    assert_eq!(
        page("Lists pets.\n\n\n\nAll of *them*, **really**.  \n"),
        "Lists pets.\n\nAll of *them*, **really**."
    );
    assert!(lines(" \n\t\n").is_empty());
}

#[test]
fn makes_no_doctests() {
    assert_eq!(page("```\nfn a() {}\n```"), "```text\nfn a() {}\n```");
    assert_eq!(page("~~~rust,no_run\nx\n"), "```text\nx\n```");
    assert_eq!(page("```JSON title=x\n{}\n```"), "```json\n{}\n```");
    assert_eq!(
        page("a\n\n    let x;\n\n      y\nb"),
        "a\n\n```text\nlet x;\n\n  y\n```\n\nb"
    );
    assert_eq!(page("```\n````\n```\n"), "");
    assert_eq!(page("~~~\n```\n~~~\n"), "````text\n```\n````");
}

#[test]
fn keeps_breaks() {
    assert_eq!(page("a  \nb   \nc"), "a\\\nb\\\nc");
    assert_eq!(page("a  \n\nb\\  \n**c**  \n"), "a\n\nb\\\\\\\n**c**");
    assert_eq!(
        page("`a  \nb`  \n[a  \nb](https://c.d)"),
        "`a b`\\\n[a b](https://c.d)"
    );
    assert_eq!(page("a  \nb\n---\n- c  \n  d"), "#### a b\n\n- c\\\n  d");
    assert_eq!(page("a<br>\nb<br/><br/>c<br>[](d)"), "a\\\nb\n\nc");
    assert_eq!(page("```\na  \nb\n```"), "```text\na\nb\n```");
}

#[test]
fn escapes_tags_and_brackets() {
    assert_eq!(page("a <token> b"), "a \\<token> b");
    assert_eq!(
        page("see [foo] and [foo][bar] [^1]"),
        "see \\[foo] and \\[foo]\\[bar] \\[^1]"
    );
    assert_eq!(page("[x]: foo"), "\\[x]: foo");
    assert_eq!(page("Vec<String> [`Foo`]"), "Vec\\<String> \\[`Foo`]");
    assert_eq!(page("a ` b"), "a \\` b");
}

#[test]
fn links_only_to_the_web() {
    assert_eq!(
        page("[a](/docs) [b](#c) [d](https://e.f/g_(h))"),
        "a b [d](https://e.f/g_%28h%29)"
    );
    assert_eq!(
        page("go to https://a.b/c?d=e. Now"),
        "go to <https://a.b/c?d=e>. Now"
    );
    assert_eq!(
        page("(https://a.b) **https://c.d**"),
        "(<https://a.b>) **<https://c.d>**"
    );
    assert_eq!(
        page("<https://a.b> ![alt](https://c.d/e.png)"),
        "<https://a.b> [alt](https://c.d/e.png)"
    );
    assert_eq!(
        page("[![a `b`](https://c.d/e.png)](https://f.g) [![](https://c.d)](https://e.f)"),
        "[a `b`](https://f.g) <https://e.f>"
    );
    assert_eq!(
        page("[mail](mailto:a@b.c) <a@b.c>"),
        "mail (a@b.c) \\<a@b.c>"
    );
    assert_eq!(page("[https://a.b](https://a.b)"), "<https://a.b>");
    assert_eq!(
        page("[Foo][1] [2]\n\n[1]: https://a.b\n[2]: <https://c.d> \"t\""),
        "[Foo](https://a.b) [2](https://c.d)"
    );
    assert_eq!(
        page("\\https://a.b `https://c.d`"),
        "\\\\<https://a.b> `https://c.d`"
    );
}

#[test]
fn lowers_headings() {
    assert_eq!(
        page("# A #\nb\nC\n===\n\nD\n--\n##### E"),
        "### A\n\n### b C\n\n#### D\n\n###### E"
    );
    assert_eq!(page("#nospace"), "#nospace");
}

#[test]
fn keeps_lists() {
    assert_eq!(
        page("x:\n* a\n    + b\n* c\n  d"),
        "x:\n\n- a\n  - b\n- c\n  d"
    );
    assert_eq!(
        page("3. a\n\n4. b\n   ```\n   c"),
        "3. a\n\n4. b\n\n   ```text\n   c\n   ```"
    );
    assert_eq!(
        page("-\nfoo\n1)\n\n    x"),
        "\\-\nfoo\n1\\)\n\n```text\nx\n```"
    );
    assert_eq!(page("> a\n> - b\n>\n> ```\nc"), "> a\n>\n> - b\n\nc");
}

#[test]
fn keeps_tables() {
    let table = "a|`b|c`\n-|:-:\n1|[2]|3\n4";
    assert_eq!(page(table), "a|`b|c`\n\\-|:-:\n1|\\[2]|3\n4");
    assert_eq!(
        page("a|b\n-|:-:\n`1\\|2`|[2]|3\n4"),
        "| a | b |\n| --- | :---: |\n| `1\\|2` | \\[2] \\| 3 |\n\n4"
    );
}

#[test]
fn wraps_prose_only() {
    let long = "word ".repeat(40);
    assert!(lines(&long).iter().all(|line| line.len() <= 92));
    assert!(
        lines(&format!("- {long}"))
            .iter()
            .skip(1)
            .all(|line| line.starts_with("  w") && line.len() <= 92)
    );
    assert_eq!(lines(&format!("# {long}")).len(), 1);
    assert_eq!(lines(&format!("```\n{long}\n```")).len(), 3);
}

#[test]
fn turns_html_into_markdown() {
    assert_eq!(page("<p>One<br>two</p><p>Three</p>"), "One\\\ntwo\n\nThree");
    assert_eq!(page("<ul><li>a</li><li>b</li></ul>end"), "- a\n- b\n\nend");
}

#[test]
fn is_linear() {
    let units = [
        "[", "`", "``a`", "<", "- ", "> ", "![](", "<a ", "*", "\\", "|", "https://", "~~~\n",
        "1. \n", "|-\n", "<p>", "[a](b ", "[a](b \"", "[`", "<!--", ")", "http://)", "[a](<",
        "[a][", "- a\n  ", "a\n- ", "> a\n",
    ];
    for unit in units {
        let start = std::time::Instant::now();
        let _ = lines(&unit.repeat(100_000 / unit.len()));
        assert!(start.elapsed().as_secs() < 5, "{unit:?}");
    }
}

#[test]
fn words_are_written_as_by_the_long_way() {
    let long = "A word, and (another) one; it's 50% of 1/2? ".repeat(9);
    for text in [
        "Id",
        "The ID, or not.",
        "a/b; c?",
        long.trim_end(),
        "See 1. and 2. of it, then",
    ] {
        assert!(is_prose(text));
        let (source, references) = prepare::prepare(clean::lines(text));
        let written = render::Writer::new(&references).blocks(&block::parse(&source, 0), WIDTH);
        assert_eq!(lines(text), written, "{text}");
    }
    for text in [
        "",
        "1. a",
        "a  b",
        "a ",
        "a\nb",
        "a-b",
        "`a`",
        "see www.a.com",
        "a: b",
        "ä",
    ] {
        assert!(!is_prose(text), "{text}");
    }
}
