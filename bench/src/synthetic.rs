//! Documents of any number of operations, as a large API has them: the same bytes for the same number.

use std::fmt::Write as _;

/// Operations of one resource: list, create, read, change, delete.
const OF_ONE: usize = 5;
/// What APIs say of themselves is most of what they write.
const PROSE: &str = "Here stands what one has to know before it is used. An account sees what it owns, and \
    what others share with it; see [the guide](https://docs.example.com/guide) for what else there is. Most \
    fields are as they were given, and `updated` says when one of them was changed. Keys that may only read \
    get the same answer without what is private, and requests beyond the limit of an account are refused \
    until the next minute begins. Nothing of this is needed for a first try.";
/// Types that each resource has of its own.
const TYPES: &str = r##"    NAME:
      type: object
      description: PROSE
      required: [id, name, state, owner, created_at]
      properties:
        id: {type: integer, format: int64, description: What it is called by.}
        name: {type: string, description: What people call it.}
        note:
          type: string
          nullable: true
          description: PROSE
        state: {type: string, enum: [draft, active, paused, archived]}
        owner: {$ref: '#/components/schemas/Account'}
        parent: {$ref: '#/components/schemas/BEFORE'}
        labels: {type: array, items: {$ref: '#/components/schemas/Label'}}
        size:
          type: number
          description: PROSE
        is_public: {type: boolean, default: false}
        created_at: {type: string, format: date-time}
        settings:
          type: object
          properties:
            color: {type: string}
            depth: {type: integer}
            limits: {type: object, additionalProperties: {type: integer}}
    NAMEDraft:
      type: object
      required: [name]
      properties:
        name: {type: string}
        note: {type: string, nullable: true}
        labels: {type: array, items: {type: string}}
        is_public: {type: boolean}
"##;
const PATHS: &str = r##"  /LOWER:
    get:
      operationId: LOWER/list
      tags: [TAG]
      summary: Lists them
      description: PROSE
      parameters:
        - {name: state, in: query, schema: {type: string, enum: [draft, active, paused, archived]}}
        - {$ref: '#/components/parameters/page'}
        - {$ref: '#/components/parameters/per_page'}
      responses:
        '200':
          description: The list
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/NAME'}}}}
        '401': {$ref: '#/components/responses/Unauthorized'}
    post:
      operationId: LOWER/create
      tags: [TAG]
      summary: Creates one
      description: PROSE
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/NAMEDraft'}}}
      responses:
        '201':
          description: Created
          content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '422': {$ref: '#/components/responses/Invalid'}
  /LOWER/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: integer, format: int64}}
    get:
      operationId: LOWER/get
      tags: [TAG]
      summary: Reads one
      description: PROSE
      responses:
        '200':
          description: It
          content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}
        '401': {$ref: '#/components/responses/Unauthorized'}
        '404': {$ref: '#/components/responses/NotFound'}
    patch:
      operationId: LOWER/update
      tags: [TAG]
      summary: Changes one
      description: PROSE
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/NAMEDraft'}}}
      responses:
        '200':
          description: It, changed
          content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}
        '404': {$ref: '#/components/responses/NotFound'}
        '422': {$ref: '#/components/responses/Invalid'}
    delete:
      operationId: LOWER/delete
      tags: [TAG]
      summary: Deletes one
      description: PROSE
      responses:
        '204': {description: Deleted}
        '403':
          description: It is protected
          content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}
        '404': {$ref: '#/components/responses/NotFound'}
"##;
const SHARED: &str = r##"  parameters:
    page: {name: page, in: query, description: 'Which page, from 1.', schema: {type: integer, default: 1}}
    per_page: {name: per_page, in: query, schema: {type: integer, default: 30, maximum: 100}}
  responses:
    Unauthorized:
      description: The key is missing or wrong
      content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}
    NotFound:
      description: There is none
      content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}
    Invalid:
      description: Something in it is not right
      content: {application/json: {schema: {$ref: '#/components/schemas/InvalidFault'}}}
  securitySchemes:
    key: {type: http, scheme: bearer}
  schemas:
    Account:
      type: object
      required: [id, login]
      properties:
        id: {type: integer, format: int64}
        login: {type: string}
        email: {type: string, nullable: true}
    Label:
      type: object
      required: [name]
      properties: {name: {type: string}, color: {type: string}}
    Fault:
      type: object
      required: [message]
      properties: {message: {type: string}, code: {type: string}}
    InvalidFault:
      type: object
      required: [message, faults]
      properties:
        message: {type: string}
        faults:
          type: array
          items:
            type: object
            required: [field]
            properties: {field: {type: string}, reason: {type: string}}
"##;

/// A document of so many operations, or up to four more. Resources refer to the one before them, all
/// to shared types, parameters and responses, and twenty share a tag.
#[must_use]
pub fn document(operations: usize) -> String {
    let resources = operations.div_ceil(OF_ONE);
    let mut paths = String::new();
    let mut types = String::new();
    for number in 0..resources {
        let name = format!("Thing{number}");
        let before = number
            .checked_sub(1)
            .map_or_else(|| "Account".to_owned(), |before| format!("Thing{before}"));
        let tag = format!("group-{}", number / 20);
        let lower = format!("things{number}");
        paths += &PATHS
            .replace("LOWER", &lower)
            .replace("NAME", &name)
            .replace("TAG", &tag)
            .replace("PROSE", PROSE);
        types += &TYPES
            .replace("NAME", &name)
            .replace("BEFORE", &before)
            .replace("PROSE", PROSE);
    }
    let mut text = String::new();
    // Writing into a string does not fail.
    let _ = write!(
        text,
        "openapi: 3.0.3\ninfo: {{title: Things, version: '1'}}\n\
         servers: [{{url: 'https://api.example.com'}}]\nsecurity: [{{key: []}}]\n\
         paths:\n{paths}components:\n{SHARED}{types}"
    );
    text
}
