Feature: Claims fall due
  A claim with a day is upcoming, due, then overdue. Silence is overdue, never false.

  Background:
    Given the desk has read the article "sco-moscow"
    And the claim about "S-400 surface-to-air"

  Scenario: Falling due and overdue
    Then as of 2021-06-01 the claim about "S-400 surface-to-air" is open
    And as of 2021-12-20 the claim about "S-400 surface-to-air" is due
    And as of 2021-12-31 the claim about "S-400 surface-to-air" is due
    And as of 2022-01-01 the claim about "S-400 surface-to-air" is overdue

  Scenario: Without evidence the rules leave it overdue and ask for another look
    When the rules settle the ledger as of 2022-01-15
    Then as of 2022-01-15 the claim about "S-400 surface-to-air" is overdue
    When Mira runs "claims list --recheck --as-of 2022-01-15 S-400"
    Then the answer has "S-400 surface-to-air"

  Scenario: One support for a day in time settles it, though it was published later
    Given evidence that supports it from "Example Gazette (invented)", dated 2022-01-10, of what happened on 2021-12-21
    When the rules settle the ledger as of 2022-01-15
    Then as of 2022-01-15 the claim about "S-400 surface-to-air" is verified
    And as of 2022-01-05 the claim about "S-400 surface-to-air" is overdue
    When Mira runs "claims explain CLAIM --as-of 2022-01-15"
    Then the answer has "The promise was kept by 31 December 2021, the day that was set: Example Gazette (invented) reports it for 21 December 2021"

  Scenario: A support for a later day is late
    Given evidence that supports it from "Example Gazette (invented)", dated 2022-02-10
    When the rules settle the ledger as of 2022-03-01
    Then as of 2022-03-01 the claim about "S-400 surface-to-air" is verified
    And the claim about "S-400 surface-to-air" has schedule "met-late"

  Scenario: Evidence that says otherwise refutes it
    Given evidence that refutes it from "Example Gazette (invented)", dated 2022-01-10
    When the rules settle the ledger as of 2022-01-15
    Then as of 2022-01-15 the claim about "S-400 surface-to-air" is refuted

  Scenario: Both sides are kept
    Given evidence that supports it from "Example Gazette (invented)", dated 2021-12-22
    And evidence that refutes it from "Example Courier (invented)", dated 2022-01-10
    When the rules settle the ledger as of 2022-01-15
    Then as of 2022-01-15 the claim about "S-400 surface-to-air" is conflicting

  Scenario: A second run changes nothing, a dry run never does
    When Mira runs "claims resolve --as-of 2022-01-15 --dry-run"
    Then the answer has "recheck"
    When Mira runs "claims resolve --as-of 2022-01-15"
    And Mira runs "claims resolve --as-of 2022-01-15"
    Then the answer has "Nothing changes as of 2022-01-15."

  Scenario: A run over no claims never reports success
    When Mira runs "claims resolve --as-of 2019-01-01"
    Then it leaves with exit code 1
    And the error says "nothing could be settled"
    And the answer does not have "Nothing changes"
