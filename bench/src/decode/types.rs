//! Types as an API of issues has them: many texts, some numbers, objects within objects.

macro_rules! types {
    ($object:ident, $string_enum:ident) => {
        $object! {
            pub struct Account {
                required {
                    0 login as String = "login",
                    1 id: i64 = "id",
                    2 node_id as String = "node_id",
                    3 avatar_url as String = "avatar_url",
                    4 gravatar_id: Option<String> = "gravatar_id",
                    5 url as String = "url",
                    6 html_url as String = "html_url",
                    7 followers_url as String = "followers_url",
                    8 following_url as String = "following_url",
                    9 gists_url as String = "gists_url",
                    10 starred_url as String = "starred_url",
                    11 subscriptions_url as String = "subscriptions_url",
                    12 organizations_url as String = "organizations_url",
                    13 repos_url as String = "repos_url",
                    14 events_url as String = "events_url",
                    15 received_events_url as String = "received_events_url",
                    16 kind as String = "type",
                    17 site_admin: bool = "site_admin",
                }
                optional {
                    18 name: String = "name",
                    19 email: String = "email",
                    20 starred_at: String = "starred_at",
                }
            }
        }

        $object! {
            pub struct Label {
                required {
                    0 id: i64 = "id",
                    1 node_id as String = "node_id",
                    2 url as String = "url",
                    3 name as String = "name",
                    4 description: Option<String> = "description",
                    5 color as String = "color",
                    6 default: bool = "default",
                }
                optional {}
            }
        }

        $string_enum! {
            pub enum State else Other {
                Open = "open",
                Closed = "closed",
            }
        }

        $string_enum! {
            pub enum Association else Other {
                Collaborator = "COLLABORATOR",
                Contributor = "CONTRIBUTOR",
                FirstTimer = "FIRST_TIMER",
                Mannequin = "MANNEQUIN",
                Member = "MEMBER",
                None = "NONE",
                Owner = "OWNER",
            }
        }

        $object! {
            pub struct Milestone {
                required {
                    0 url as String = "url",
                    1 html_url as String = "html_url",
                    2 labels_url as String = "labels_url",
                    3 id: i64 = "id",
                    4 node_id as String = "node_id",
                    5 number: i64 = "number",
                    6 state: State = "state",
                    7 title as String = "title",
                    8 description: Option<String> = "description",
                    9 creator: Option<Account> = "creator",
                    10 open_issues: i64 = "open_issues",
                    11 closed_issues: i64 = "closed_issues",
                    12 created_at as String = "created_at",
                    13 updated_at as String = "updated_at",
                    14 closed_at: Option<String> = "closed_at",
                    15 due_on: Option<String> = "due_on",
                }
                optional {}
            }
        }

        $object! {
            pub struct Reactions {
                required {
                    0 url as String = "url",
                    1 total_count: i64 = "total_count",
                    2 plus: i64 = "+1",
                    3 minus: i64 = "-1",
                    4 laugh: i64 = "laugh",
                    5 heart: i64 = "heart",
                    6 score: f64 = "score",
                }
                optional {}
            }
        }

        $object! {
            pub struct Issue {
                required {
                    0 id: i64 = "id",
                    1 node_id as String = "node_id",
                    2 url as String = "url",
                    3 repository_url as String = "repository_url",
                    4 labels_url as String = "labels_url",
                    5 comments_url as String = "comments_url",
                    6 events_url as String = "events_url",
                    7 html_url as String = "html_url",
                    8 number: i64 = "number",
                    9 state: State = "state",
                    10 title as String = "title",
                    11 user: Option<Account> = "user",
                    12 labels: Vec<Label> = "labels",
                    13 assignee: Option<Account> = "assignee",
                    14 milestone: Option<Milestone> = "milestone",
                    15 locked: bool = "locked",
                    16 comments: i64 = "comments",
                    17 closed_at: Option<String> = "closed_at",
                    18 created_at as String = "created_at",
                    19 updated_at as String = "updated_at",
                    20 author_association: Association = "author_association",
                }
                optional {
                    21 state_reason: String = "state_reason",
                    22 body: String = "body",
                    23 assignees: Vec<Account> = "assignees",
                    24 active_lock_reason: String = "active_lock_reason",
                    25 draft: bool = "draft",
                    26 closed_by: Account = "closed_by",
                    27 timeline_url: String = "timeline_url",
                    28 reactions: Reactions = "reactions",
                }
            }
        }
    };
}

pub(super) use types;
