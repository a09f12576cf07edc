Feature: Undo and redo
  One command, one undo; nothing is erased.

  Background:
    Given the desk has read the article "mill"
    And the claim about "300 jobs"

  Scenario: Undo and redo
    Given Mira runs "claims refute CLAIM --note 'a slip'"
    When Mira runs "claims undo"
    Then it works
    And the answer has "Undoing what command"
    And the answer has "refuted as of"
    And the claim has verdict "open"
    When Mira runs "claims undo --redo"
    Then it works
    And the claim has verdict "refuted"
    And the ledger is sound

  Scenario: Two undos go back two commands
    Given Mira runs "claims edit CLAIM --kind event"
    And Mira runs "claims refute CLAIM"
    When Mira runs "claims undo"
    And Mira runs "claims undo"
    Then the claim has verdict "open"
    And the claim has kind "commitment"

  Scenario: What later entries rest on is not undone
    Given Mira runs "claims refute CLAIM"
    And Karl runs "claims edit CLAIM --kind forecast"
    When Mira runs "claims undo"
    Then it leaves with exit code 2
    And the error is one line
    And the error says "later entries rest on it"
    And the error says "by karl"

  Scenario: One undoes one's own commands only
    Given Karl runs "claims refute CLAIM"
    When Mira runs "claims undo --dry-run"
    Then the answer does not have "refuted"

  Scenario: A run of the rules is undone as one
    Given the rules have settled the ledger as of 2024-07-15
    Then the claim about "300 jobs" has review "recheck"
    When Mira runs "claims undo"
    Then it works
    And the claim about "300 jobs" has review "unreviewed"

  Scenario: An added article is taken back whole
    When Mira runs "claims undo"
    Then it works
    When Mira runs "claims list --status all"
    Then the answer has "No claims fit."
    When Mira runs "claims add ARTICLES/harbour/mill.txt"
    Then it works
    And the claim about "300 jobs" has verdict "open"

  Scenario: Rulebooks that have judged are not taken back before what they said
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - {rule: one-is-enough, when: supporting >= 1, then: verified, because: so}
      """
    And evidence that supports it from "Town Gazette", dated 2024-05-02
    And Karl runs "claims rules adopt desk.yaml news"
    And Mira runs "claims resolve --as-of 2024-07-15"
    When Karl runs "claims undo"
    Then it leaves with exit code 2
    And the error is one line
    And the error says "later entries rest on it"
    And the error says "by mira"
    And the claim has verdict_by "one-is-enough"

  Scenario: Once what they said is taken back, or others have taken over, they are
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - {rule: one-is-enough, when: supporting >= 1, then: verified, because: so}
      """
    And evidence that supports it from "Town Gazette", dated 2024-05-02
    And Karl runs "claims rules adopt desk.yaml news"
    And Mira runs "claims resolve --as-of 2024-07-15"
    When Mira runs "claims undo"
    Then it works
    When Karl runs "claims undo"
    Then it works
    And the claim has verdict "open"
    When Mira runs "claims rules show"
    Then the answer does not have "desk"
    Given Karl runs "claims rules adopt desk.yaml news"
    And Mira runs "claims rules adopt promises news"
    And Mira runs "claims resolve --as-of 2024-07-15"
    When Karl runs "claims undo"
    Then it works
