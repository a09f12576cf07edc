Feature: Marking claims
  A person's verdict stands over any rule's; it comes with its source, and can be lifted.

  Background:
    Given the desk has read the article "bridge"
    And the claim about "48 million euros"

  Scenario: Marking one verified
    When Mira runs "claims verify CLAIM --source 'Westmouth budget, page 12' --dated 2024-02-01 --note 'as budgeted'"
    Then it works
    And the claim has status "verified"
    And the claim has review "reviewed"
    And the open list does not show "48 million euros"
    When Mira runs "claims show CLAIM"
    Then the answer has "Westmouth budget, page 12"
    And the answer has "as budgeted"

  Scenario: Marking one refuted
    When Mira runs "claims refute CLAIM --source 'Audit Office, report 7' --dated 2024-04-02 --grade a2"
    Then it works
    And the claim has status "refuted"
    When Mira runs "claims show CLAIM"
    Then the answer has "graded A2"

  Scenario: A desk's own rating is kept as given
    When Mira runs "claims mark partly CLAIM --rating 'Half true (Truth-O-Meter)' --note 'the price is without the ramps'"
    Then it works
    When Mira runs "claims show CLAIM"
    Then the answer has "rated Half true (Truth-O-Meter)"

  Scenario: What cannot be settled says why, and is never shown as a no
    When Mira runs "claims mark unresolvable CLAIM"
    Then it leaves with exit code 2
    And the error says "unresolvable needs its reason"
    When Mira runs "claims mark unresolvable CLAIM --because 'annulled: underspecified'"
    Then it works
    And the claim has status "unresolvable"
    When Mira runs "claims report --format markdown"
    Then the answer has "annulled: underspecified"
    And the answer has "| refuted | 0 |"

  Scenario: A dismissed claim is off the lists and out of the counts
    When Mira runs "claims dismiss CLAIM --note 'not a claim'"
    Then it works
    And the open list does not show "48 million euros"
    When Mira runs "claims list --status dismissed"
    Then the answer has "48 million euros"
    When Mira runs "claims report"
    Then the answer has "1 dismissed and not counted"

  Scenario: Reopening restores what was derived
    Given Mira runs "claims refute CLAIM --note 'a slip'"
    When Mira runs "claims reopen CLAIM"
    Then it works
    And the claim has status "open"
    When Mira runs "claims report"
    Then the answer does not have "refuted by"

  Scenario: Reopening what is open
    When Mira runs "claims reopen CLAIM"
    Then it leaves with exit code 2
    And the error says "is open already; nothing was changed"

  Scenario: A superseded claim names the one that took its place
    Given Mira runs "claims new 'The bridge cost 52 million euros.' --made 2024-06-01"
    When Mira runs "claims mark superseded CLAIM --by CLAIM"
    Then it leaves with exit code 2
    And the error says "a claim cannot supersede itself"

  Scenario: A misspelt grade
    When Mira runs "claims verify CLAIM --source x --grade Z9"
    Then it leaves with exit code 4
    And the error is one line
    And the error says "'Z9' is no grade"

  Scenario: Something said of a source that is not named
    When Mira runs "claims verify CLAIM --dated 2024-02-01"
    Then it leaves with exit code 2
    And the error says "name it with --source"

  Scenario: Evidence of what is still to come
    When Mira runs "claims verify CLAIM --source x --dated 2999-01-01"
    Then it leaves with exit code 4
    And the error says "still to come"
