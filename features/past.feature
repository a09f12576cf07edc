Feature: Answers for the past
  --as-of is the day that the answer is for; --known is what was on the ledger at a moment.

  Background:
    Given the desk has read the article "sco-moscow"
    And the claim about "S-400 surface-to-air"
    And evidence that supports it from "Example Gazette (invented)", dated 2021-12-22, of what happened on 2021-12-21
    And the rules have settled the ledger as of 2022-01-15

  Scenario: A report as of a past day
    When Mira runs "claims report --as-of 2021-12-01"
    Then it works
    And the answer has "Status of claims as of 2021-12-01"
    And the answer does not have "Example Gazette"
    When Mira runs "claims report --as-of 2022-01-15"
    Then the answer has "Example Gazette"
    And the answer has "verified on 2022-01-15 by rule promise-kept"

  Scenario: Before the article was published there was nothing
    When Mira runs "claims list --as-of 2020-09-01 --status all"
    Then the answer has "No claims fit."

  Scenario: What was known on a past day
    When Mira runs "claims list --known 2021-12-31 --status all"
    Then it works
    And the answer has "No claims fit."
    When Mira runs "claims report --known 2021-12-31"
    Then the answer has "nothing could be checked"
