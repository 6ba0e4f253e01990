//! The kinds of faults, each with its explanation.
//!
//! A variant's doc comment is what `outspoken explain CODE` prints: one text, written once.

use super::Severity;

with_codes_of_overlays! {
    /// A file could not be read.
    ///
    /// It is not there, is a folder or a link that leads nowhere, or this user may not
    /// open it. The message holds what the operating system said.
    ///
    /// To mend it, check the spelling of the path and from which folder the command
    /// runs, as relative paths start there. A file that a `$ref` names and that is not
    /// there is an `unresolved-ref`.
    UnreadableFile = "unreadable-file", Error;

    /// The text of a file is neither JSON nor YAML; or, of settings, not TOML.
    ///
    /// The mark shows where reading stopped; the cause is there or just before it. The
    /// usual ones:
    ///
    /// ```yaml
    /// description: Pets: all of them    # a second ": " needs quotes around the value
    /// pattern: @[a-z]+                  # so does a value that starts with @ or `
    ///   - name: id                      # not indented as its neighbours, or by tabs
    /// ```
    ///
    /// In JSON: a comma too many before `}` or `]`, a missing one between two entries,
    /// single quotes in place of double ones, or a comment.
    ///
    /// To mend it, look at the mark and the line above it, and follow the help line.
    InvalidSyntax = "invalid-syntax", Error;

    /// One mapping has the same key twice.
    ///
    /// JSON and YAML allow a key once. Tools that read the document anyway keep one of
    /// the two values and drop the other, and not all keep the same one.
    ///
    /// ```yaml
    /// paths:
    ///   /pets: {get: …}
    ///   /pets: {post: …}     # write /pets: {get: …, post: …}
    /// ```
    ///
    /// To mend it, put all of it under one key, or rename or delete one of them. Two
    /// numbers for one status, such as `200` and `"200"`, are the same key.
    DuplicateKey = "duplicate-key", Error;

    /// A document is larger than the limits allow.
    ///
    /// There are limits on the bytes of all files that a document consists of, on how
    /// deep mappings and lists may nest, on how many values there are once YAML aliases
    /// (`*name`) are replaced by what they stand for, and on how many errors an
    /// operation declares. They keep a hostile or broken document from taking all
    /// memory and time; real documents stay far below.
    ///
    /// ```yaml
    /// a: &a [x, x, x, x, x, x, x, x]
    /// b: &b [*a, *a, *a, *a, *a, *a, *a, *a]     # eight times as large a line
    /// ```
    ///
    /// To mend it, take out what the client does not need, and flatten what nests so
    /// deep. Programs that call the generator as a library can raise the limits.
    LimitExceeded = "limit-exceeded", Error;

    /// A file is not UTF-8 text.
    ///
    /// OpenAPI documents are UTF-8. This file is in another encoding, often UTF-16 as
    /// some Windows editors save it or Latin-1; or it is compressed, or no text at all.
    ///
    /// To mend it, save it as UTF-8 in the editor, or convert it:
    ///
    /// ```sh
    /// iconv -f UTF-16 -t UTF-8 api.yaml > api-utf8.yaml
    /// ```
    NotUtf8 = "not-utf8", Error;

    /// A document can be read, but is not an OpenAPI document.
    ///
    /// An OpenAPI document is a mapping with the version of the specification in it:
    ///
    /// ```yaml
    /// openapi: 3.0.3
    /// info: {title: Pets, version: "1"}
    /// paths: {}
    /// ```
    ///
    /// To mend it, check that the path leads to the document itself, and not to a part
    /// of it, a JSON Schema, a Postman collection or a web page that shows it; and that
    /// the key `openapi` is there.
    NotOpenapi = "not-openapi", Error;

    /// A document is written for a version of OpenAPI that is not read yet.
    ///
    /// The value of `openapi` (or `swagger`) says which version a document follows;
    /// OpenAPI 3.0, 3.1 and 3.2 are read, and Swagger 2.0. Versions differ in more than
    /// that number, so it is not enough to edit it. Of overlays, 1.0 and 1.1 are read.
    ///
    /// To mend it, ask for the document as OpenAPI 3.
    UnsupportedDialect = "unsupported-dialect", Error;

    /// An object of the document is not as OpenAPI says it must be.
    ///
    /// A required key is missing, a key has a value of the wrong kind, or a value is
    /// none of those that there are.
    ///
    /// ```yaml
    /// parameters:
    ///   - name: limit          # `in` is missing: path, query or header
    ///     required: "yes"      # true or false, without quotes
    ///     schema: {type: int}  # integer
    /// ```
    ///
    /// To mend it, write what the help line says. Numbers, `true` and `false` are text
    /// once they stand in quotes, and versions such as `1.0` need them.
    InvalidObject = "invalid-object", Error;

    /// A `$ref` points to something that is not there.
    ///
    /// ```yaml
    /// schema: {$ref: '#/components/schemas/Per'}    # there is a Pet, but no Per
    /// ```
    ///
    /// What stands before `#` is a file, relative to the file with the `$ref`; what
    /// follows is the path of keys to the value, with `~1` for a `/` and `~0` for a `~`
    /// inside a key. Files are read from the folder of the document and below it, and
    /// from other folders where they are allowed; never from the network.
    ///
    /// To mend it, correct the spelling, or add what is missing. The help line names
    /// the nearest match.
    UnresolvedRef = "unresolved-ref", Error;

    /// References lead round in a circle with nothing between.
    ///
    /// ```yaml
    /// A: {$ref: '#/components/schemas/B'}
    /// B: {$ref: '#/components/schemas/A'}
    /// ```
    ///
    /// A schema may refer to itself through a property or a list, as a tree does; here
    /// there is only the reference, so nothing says what it stands for.
    ///
    /// To mend it, write out what is meant in place of one of the references.
    RefCycle = "ref-cycle", Error;

    /// The document uses something that cannot be generated yet.
    ///
    /// It is valid OpenAPI; this version has no code for it, and without it the client
    /// would have a hole.
    ///
    /// To mend it, say the same in other words where the help line offers some, or take
    /// that part out of the document.
    Unsupported = "unsupported", Error;

    /// Two operations have one `operationId`.
    ///
    /// The id names the method of the client, so it must be the only one of its kind in
    /// the document.
    ///
    /// ```yaml
    /// /pets:
    ///   get: {operationId: listPets}
    /// /pets/mine:
    ///   get: {operationId: listPets}     # listMyPets
    /// ```
    ///
    /// To mend it, rename one of them.
    DuplicateOperationId = "duplicate-operation-id", Error;

    /// A path names a parameter that nobody declares.
    ///
    /// ```yaml
    /// /pets/{petId}:
    ///   get:
    ///     parameters: []     # - {name: petId, in: path, required: true, schema: …}
    /// ```
    ///
    /// A client is still possible: the parameter becomes a required string.
    ///
    /// To mend it, declare the parameter at the operation or at the path, spelled as in
    /// the braces.
    UndeclaredPathParameter = "undeclared-path-parameter", Warning;

    /// A path parameter is declared, but its path has no such name in braces.
    ///
    /// ```yaml
    /// /pets/{petId}:
    ///   parameters:
    ///     - {name: pet_id, in: path, required: true, schema: …}     # petId
    /// ```
    ///
    /// Where it is nearly one of the names in the path, it is taken for that. Else
    /// there is nowhere to put its value, and the client leaves it out.
    ///
    /// To mend it, correct the spelling, which is case-sensitive, or write the `in`
    /// that is meant, such as `query`.
    UnusedPathParameter = "unused-path-parameter", Warning;

    /// An `x-outspoken` has a key that does not exist, or stands where none is read.
    ///
    /// ```yaml
    /// x-outspoken:
    ///   sucess-when: {at: /ok, equals: true}     # success-when
    /// ```
    ///
    /// Keys of other extensions are nobody's business, but in this one an unknown key
    /// is a rule that would silently not hold.
    ///
    /// To mend it, correct the spelling, or move it: `docs/errors.md` lists the keys of
    /// each level.
    UnknownExtensionKey = "unknown-extension-key", Error;

    /// A value inside `x-outspoken` is not what its key takes.
    ///
    /// ```yaml
    /// errors:
    ///   NotFound:
    ///     status: nope                           # a status, 4XX, a list, or any
    ///     when: {at: error/code, equals: gone}   # /error/code, with a slash first
    /// ```
    ///
    /// To mend it, write the value as the help line says; `docs/errors.md` has an
    /// example of each.
    InvalidExtension = "invalid-extension", Error;

    /// A case of `x-outspoken` can never be chosen.
    ///
    /// Whatever answer fits it also fits another case that goes first.
    ///
    /// ```yaml
    /// errors:
    ///   Gone: {when: {at: /code, equals: gone}}
    ///   Lost: {when: {at: /code, equals: gone}}     # the same condition again
    /// ```
    ///
    /// To mend it, delete the case, or make its condition narrower than the other's: of
    /// two cases that fit, the narrower wins.
    UnreachableCase = "unreachable-case", Warning;

    /// A JSON Pointer of `x-outspoken` leads nowhere in the answers that the document
    /// describes.
    ///
    /// A condition on it never holds or always does, and no code or message is ever
    /// read from it.
    ///
    /// ```yaml
    /// x-outspoken:
    ///   code: /eror/code                  # /error/code
    ///   errors:
    ///     Gone:
    ///       when: {at: /errors/code, equals: gone}
    ///       # a list has no members, only elements:
    ///       # when: {some: /errors, where: {at: /code, equals: gone}}
    /// ```
    ///
    /// A pointer is looked up in the `schema` of its case, else in the documented
    /// responses of the statuses for which the case is; that of `success-when` in the
    /// successes. It is reported where none of them declares what it names. Where an
    /// object may have any members (`additionalProperties`, or no `properties`),
    /// nothing is said; where some answers have no schema, only what looks misspelt is.
    ///
    /// To mend it, correct the spelling, or declare in the schema what answers have.
    ImpossiblePointer = "impossible-pointer", Warning;

    /// What `x-outspoken` asks of a value can never be true of it.
    ///
    /// ```yaml
    /// when: {at: /code, equals: '8015'}     # an integer is never equal to text: 8015
    /// when: {at: /status, equals: faild}    # not in the enum: failed
    /// when: {some: /error, where: …}        # an object has no elements
    /// code: /error                          # an object is no code: /error/code
    /// ```
    ///
    /// Equality is strict about types. Where an API is not, list both: `equals: [8015,
    /// '8015']`; it is enough that one of the values can be there.
    ///
    /// To mend it, write the value as the schema has it, or correct the schema.
    ImpossibleValue = "impossible-value", Warning;

    /// Two errors have one name, and different bodies.
    ///
    /// An error comes from a case of `x-outspoken` or from a documented status, whose
    /// name follows from its number: 404 is `NotFound`. Two of the same name are one
    /// variant where their bodies have one type; here they do not.
    ///
    /// To mend it, give one of them another name, or both the same `schema`.
    VariantConflict = "variant-conflict", Error;

    /// An operation asks for a security scheme that nobody declares.
    ///
    /// ```yaml
    /// security: [{bearer: []}]
    /// components:
    ///   securitySchemes:
    ///     bearerAuth: {type: http, scheme: bearer}     # bearer, or bearerAuth above
    /// ```
    ///
    /// A client is still possible. It asks for no credential by that scheme, so calls
    /// go out without it.
    ///
    /// To mend it, declare the scheme under `components/securitySchemes`, or correct
    /// its name.
    UnknownSecurityScheme = "unknown-security-scheme", Warning;

    /// A schema allows values that no better Rust type describes.
    ///
    /// It is typed as `serde_json::Value`, which holds any JSON: nothing is lost, but
    /// the compiler cannot help with it.
    ///
    /// ```yaml
    /// metadata: {}     # any value at all
    /// ```
    ///
    /// To mend it, say more in the schema: a `type`, its `properties`, or for a map
    /// `additionalProperties: {type: string}`.
    NoType = "no-type", Warning;

    /// A file of settings has a key that does not exist.
    ///
    /// ```toml
    /// deny-warning = true          # deny-warnings
    /// [documents.github]
    /// includes = ["tag:repos"]     # include
    /// ```
    ///
    /// A setting that nobody reads would silently not hold. `docs/config.md` has all
    /// keys, and `outspoken config` prints those that are in force.
    ///
    /// To mend it, correct the spelling, or take it out.
    UnknownSetting = "unknown-setting", Error;

    /// A setting is not what its key takes.
    ///
    /// ```toml
    /// include = "tag:repos"        # a list: ["tag:repos"]
    /// deny-warnings = "yes"        # true or false, without quotes
    /// formats = {uuid = "jiff"}    # "uuid" or "string"
    /// ```
    ///
    /// To mend it, write the value as the help line says; `docs/config.md` has an
    /// example of each.
    InvalidSetting = "invalid-setting", Error;

    /// A setting is about something that is not there.
    ///
    /// ```toml
    /// [rename.operations]
    /// "repos/gett" = "get_repo"     # the operation is `repos/get`
    /// ```
    ///
    /// Names in settings are those of the document: the `operationId`, or method and
    /// path; the name of a component, or the JSON Pointer of a schema; the member as it
    /// is sent.
    ///
    /// To mend it, correct the spelling. What is about one document of several belongs
    /// into its own table, `[documents.NAME.rename.operations]`.
    UnusedSetting = "unused-setting", Warning;

    /// A pattern of the selection selects nothing, or the selection leaves nothing.
    ///
    /// Operations are selected by `include` and `exclude` (`--include`, `--exclude`). A
    /// pattern that none of them fits may be misspelt, or be about an older document.
    ///
    /// ```text
    /// tag:repo           # the tag is `repos`
    /// /repos             # that path alone; /repos/** has all below it, too
    /// GET /repos/get     # a path, and no operationId: id:repos/get
    /// ```
    ///
    /// Case matters, but for that of the method.
    ///
    /// To mend it, write the pattern as the help line says, or take it out.
    EmptySelection = "empty-selection", Warning;

    /// Something in the document was read and has no effect.
    ///
    /// The specification gives it no meaning where it stands, or one that a client has
    /// no use for yet. The author may have meant something by it, so it is said.
    ///
    /// ```yaml
    /// parameters:
    ///   - {name: Authorization, in: header}     # to be ignored, says OpenAPI
    /// ```
    ///
    /// To mend it, delete it, or move it to where it has an effect; the help line says
    /// where. Where it says that nothing needs to change, the client works as it is.
    Ignored = "ignored", Warning;

    /// Something is not as OpenAPI says, and what is meant is plain all the same.
    ///
    /// It was read as it is meant. Other tools may refuse it, or read it in another
    /// way.
    ///
    /// ```yaml
    /// info: {title: Pets, version: 1.0}              # a number; "1.0" is text
    /// parameters:
    ///   - {name: id, in: path, required: false}      # a path has no gaps
    /// ```
    ///
    /// To mend it, write it as the help line says.
    Tolerated = "tolerated", Warning;

    /// A parameter is written in a way that the specification does not define.
    ///
    /// Not every `style` goes with every place and every type. The message says what
    /// is sent instead:
    ///
    /// - what nests deeper than the style knows is JSON text;
    /// - in `deepObject` it has more brackets (`a[b][c]=1`), a list numbers
    ///   (`a[0]=1`);
    /// - in `spaceDelimited` and `pipeDelimited`, a single value is sent as in `form`,
    ///   and so is each item or member where `explode` is true;
    /// - a style out of its place is the usual style of the place.
    ///
    /// ```yaml
    /// parameters:
    ///   - name: ids
    ///     in: query
    ///     style: deepObject
    ///     schema: {type: array, items: {type: string}}
    /// ```
    ///
    /// What the server expects may be something else, and a call against it shows
    /// that.
    ///
    /// To mend it, write the `style` that the server reads, or describe the parameter
    /// by `content` with `application/json`, which is defined for all values.
    UndefinedStyle = "undefined-style", Warning;

    /// An example is not what its schema says.
    ///
    /// Examples are compared with their schemas where they become tests
    /// (`generate --with-tests`), and by `check --examples`. A member that is required
    /// is missing, a value has another type or a format that it is none of, or is null
    /// where null is no value: no client can read such an answer by its schema.
    ///
    /// ```yaml
    /// schema: {type: object, required: [id], properties: {id: {type: integer}}}
    /// example: {id: seven}
    /// ```
    ///
    /// The test of the example is written, and ignored, with both places.
    ///
    /// To mend it, ask what the server sends, and write that into the one or the other.
    FaultyExample = "faulty-example", Warning;

    /// An example has what its schema does not have.
    ///
    /// It has a member that the schema does not name, null for a member that can only
    /// be absent, or a value that an `enum` does not list. A client reads it all the
    /// same: the value is kept, and the member or the null is not. As for
    /// `faulty-example`, this is looked for only where it is asked for.
    ///
    /// ```yaml
    /// schema: {type: object, properties: {id: {type: integer}}}
    /// example: {id: 7, name: Rex}      # clients of this schema have no `name`
    /// ```
    ///
    /// The test of the example leaves out what is not kept.
    ///
    /// To mend it, add to the schema what the server sends, or take it out of the
    /// example.
    LooseExample = "loose-example", Warning;

    /// Generated files cannot be written without losing something.
    ///
    /// A file in the way was edited by hand since it was written, or was never
    /// generated. Nothing was written.
    ///
    /// To mend it, move your changes to a file of your own and generate again, choose
    /// another folder, or pass `--force` to overwrite.
    OutputConflict = "output-conflict", Error;

    /// What was generated is not Rust.
    ///
    /// The document is not at fault: the generator is.
    ///
    /// To mend it, report it with the document, or with the smallest part of it that
    /// shows the fault. Until it is mended, a document without that part may do.
    GeneratorFault = "generator-fault", Error;
}
