Feature: Rulebooks and cases from others are data
  No code in them runs, none is too large to refuse, and each fault is told with its place and what to do.

  Scenario Outline: A rulebook that cannot be taken
    Given a file desk.yaml that says:
      """
      <text>
      """
    When Mira runs "claims rules check desk.yaml"
    Then it leaves with exit code 4
    And the error is one line
    And the error says "<said>"

    Examples:
      | text                                              | said                                                    |
      | a: &a [x, x]                                      | desk.yaml:1:4: anchors and aliases are not taken here   |
      | rulebook: !!python/object/apply:os.getcwd []      | desk.yaml:1:11: tags are not taken here                 |
      | a: [[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]                | this is nested more than 12 deep                        |
      | a: [1, 2                                          | this is no YAML                                         |
      | just words                                        | this is no rulebook                                     |
      | rulebook: desk                                    | the rulebook has no rules                               |
      | {rulebook: desk, verdicts: {rule: x}}             | verdicts is a list: each item begins with a dash        |

  Scenario Outline: A condition that says something else than its writer meant
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - rule: one
          when: >-
            <when>
          then: verified
          because: it is so
      """
    When Mira runs "claims rules check desk.yaml"
    Then it leaves with exit code 4
    And the error says "<said>"

    Examples:
      | when                    | said                                                                      |
      | age > 5 days            | desk.yaml:5:15: days is out of place here: a number is written without    |
      | age > "5 days"          | a number is written without quotation marks and without its unit          |
      | age > duration("5d")    | days are whole numbers, as in age > 5                                     |
      | confidence > 0.5        | percents are whole numbers                                                |
      | confidence > 101        | confidence is from 0 to 100, never 101                                    |
      | suporting >= 2          | there is no fact called suporting (did you mean supporting?)              |
      | kind == promise         | there is no fact called promise                                           |
      | supporting >= 2 and age | and is out of place here: write &&                                        |

  Scenario: Rules that cannot decide, and verdicts that none gives
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - {rule: first, when: supporting >= 1, then: verified, because: so}
        - {rule: second, when: supporting >= 2, then: partly, because: so}
        - {rule: third, when: age > 3 && age < 4, then: conflicting, because: so}
        - {rule: fourth, when: age + 1 > 3 && refuting >= 1, then: refuted, because: so}
      """
    When Mira runs "claims rules check desk.yaml"
    Then it leaves with exit code 1
    And the answer has "desk.yaml:4:12: second: never, a rule before it always decides first"
    And the answer has "desk.yaml:5:12: third: never, its condition cannot hold"
    And the answer has "desk.yaml:6:12: fourth: not decided"
    And the answer has "No rule gives partly, conflicting, unresolvable: only a person can."
    And the error says "2 rules can never decide"

  Scenario: A rulebook that is no text, and one that has no end
    Given a file latin.yaml that is no UTF-8
    When Mira runs "claims rules check latin.yaml"
    Then it leaves with exit code 4
    And the error is one line
    And the error says "latin.yaml: is not UTF-8 text"
    Given a file of 50 MB named huge.yaml
    When Mira runs "claims rules check huge.yaml"
    Then it leaves with exit code 4
    And the error says "huge.yaml: is larger than 1 MB"

  Scenario: Cases that are no text, too large, or not there
    Given a file latin.yaml that is no UTF-8
    When Mira runs "claims rules test news --cases latin.yaml"
    Then it leaves with exit code 4
    And the error is one line
    And the error says "latin.yaml: is not UTF-8 text"
    Given a file of 50 MB named huge.yaml
    When Mira runs "claims rules test news --cases huge.yaml"
    Then it leaves with exit code 4
    And the error says "huge.yaml: is larger than 1 MB"
    When Mira runs "claims rules test news --cases none.yaml"
    Then it leaves with exit code 4
    And the error says "none.yaml: is not there"

  Scenario: A rulebook without cases was not tested
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - {rule: first, when: supporting >= 1, then: verified, because: so}
      """
    When Mira runs "claims rules test desk.yaml"
    Then it leaves with exit code 4
    And the error says "there are no cases beside it (write them in desk.cases.yaml)"
    Given a file desk.cases.yaml that says:
      """
      cases: []
      """
    When Mira runs "claims rules test desk.yaml"
    Then it leaves with exit code 4
    And the error says "there are no cases in this file"

  Scenario: A case that fails, and a flaw that no case notices
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - {rule: first, when: supporting >= 1 && refuting == 0, then: verified, because: so}
      """
    And a file desk.cases.yaml that says:
      """
      cases:
        - case: one source
          claim: {kind: event}
          evidence: [{supports: Example Gazette, dated: 2020-09-10}]
          on: 2020-10-01
          verdict: verified by second
      """
    When Mira runs "claims rules test desk.yaml"
    Then it leaves with exit code 1
    And the answer has "desk: one source: the verdict is verified by first, not verified by second"
    Given a file desk.cases.yaml that says:
      """
      cases:
        - case: one source
          claim: {kind: event}
          evidence: [{supports: Example Gazette, dated: 2020-09-10}]
          on: 2020-10-01
          verdict: verified by first
      """
    When Mira runs "claims rules test desk.yaml --mutate"
    Then it leaves with exit code 1
    And the answer has "desk: no case notices this flaw in first"

  Scenario Outline: A rule that could refute in silence
    Given the desk has read the article "bridge"
    And a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - rule: old-is-false
          when: >-
            <when>
          then: refuted
          because: it is so
      """
    When Mira runs "claims rules check desk.yaml"
    Then it leaves with exit code 1
    And the answer has "desk.yaml:3:11: old-is-false refutes, and nothing shows that it needs refuting evidence (add refuting >= 1"
    When Mira runs "claims rules adopt desk.yaml promises statistics news"
    Then it leaves with exit code 4
    And the error says "desk.yaml:3:11: old-is-false refutes, and nothing shows that it needs refuting evidence (add refuting >= 1"
    Given the claim about "October 2024"
    When the rules settle the ledger as of 2026-11-15
    Then the claim has verdict "open"

    Examples:
      | when                                     |
      | age > 5                                  |
      | schedule == "overdue" && supporting == 0 |
      | refuting >= 1 \|\| days_overdue > 365    |
      | all_refuting >= 1                        |
      | conflicting_claims >= 1                  |
      | supporting - refuting < 1                |
      | !has_confidence && refuting >= 0         |

  Scenario Outline: A rule that refutes by refuting evidence
    Given an empty ledger
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - rule: refuted-by-some
          when: >-
            <when>
          then: refuted
          because: it is so
      """
    When Mira runs "claims rules adopt desk.yaml"
    Then it works

    Examples:
      | when                                            |
      | refuting >= 1 && age > 5                        |
      | schedule == "missed"                            |
      | best_grade_refuting <= 2                        |
      | has_first_refute                                |
      | refuting >= 1 && supporting - refuting < 1      |
      | age > 5 && (sound_refuting > 0 \|\| refuting > 2) |

  Scenario: Two rulebooks with one name for a rule
    Given an empty ledger
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - {rule: refuted, when: refuting >= 1 && age > 5, then: refuted, because: one is enough for us}
      """
    When Mira runs "claims rules adopt desk.yaml news"
    Then it leaves with exit code 4
    And the error says "news.yaml:"
    And the error says "desk has a rule refuted, too, and verdicts are told apart by the rule's name (name one of them otherwise)"
    When Mira runs "claims rules check desk.yaml news"
    Then it leaves with exit code 1
    And the answer has "desk has a rule refuted, too"
    When Mira runs "claims rules adopt desk.yaml"
    Then it works

  Scenario: A verdict by a rule of the same name in a rulebook that is no longer in force
    Given the desk has read the article "bridge"
    And a file one.yaml that says:
      """
      rulebook: one
      verdicts:
        - {rule: enough, when: supporting >= 1, then: verified, because: one is enough}
      """
    And a file two.yaml that says:
      """
      rulebook: two
      verdicts:
        - {rule: enough, when: supporting + partial >= 1, then: verified, because: a part is enough}
      """
    And the claim about "48 million euros"
    And evidence that supports it from "Westmouth budget", dated 2024-02-01
    When Mira runs "claims rules adopt one.yaml"
    And the rules settle the ledger as of today
    And Mira runs "claims explain CLAIM"
    Then the answer does not have "in another rulebook"
    When Mira runs "claims rules adopt two.yaml"
    And Mira runs "claims explain CLAIM"
    Then the answer matches "by a rule of that name in another rulebook \([0-9a-f]{8}\); in force is two \([0-9a-f]{8}\)"

  Scenario: Two rulebooks of one name
    Given an empty ledger
    Given a file one.yaml that says:
      """
      rulebook: desk
      verdicts:
        - {rule: one, when: supporting >= 1, then: verified, because: so}
      """
    And a file two.yaml that says:
      """
      rulebook: desk
      verdicts:
        - {rule: two, when: supporting >= 2, then: partly, because: so}
      """
    When Mira runs "claims rules adopt one.yaml two.yaml"
    Then it leaves with exit code 4
    And the error says "two.yaml:3:12: there are two rulebooks called desk (name one otherwise)"

  Scenario: One rule is not several
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - {rule: first, when: supporting >= 1, then: verified, because: so}
      """
    When Mira runs "claims rules check desk.yaml"
    Then the answer has "desk.yaml: 1 rule checked"

  Scenario Outline: What a group of commands does is told in whole lines
    When Mira runs "claims <group> --help"
    Then the answer matches "(?s)Commands:(?!.*\.\.\.)"

    Examples:
      | group    |
      | rules    |
      | evidence |
