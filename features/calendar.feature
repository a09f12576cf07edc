Feature: The days to come
  Deadlines and the days on which the rules will ask for another look are known in advance, for a calendar or a plan.

  Background:
    Given the desk has read the article "bridge"

  Scenario: A deadline, and the day after it
    When Mira runs "claims calendar --as-of 2024-10-01 --until 2024-11-30"
    Then it works
    And the answer matches "2024-10-31 +deadline .*last span"
    And the answer matches "2024-11-01 +look again .*has passed, and no source"

  Scenario: What a figure's evidence is good for runs out on a known day
    Given the claim about "48 million euros"
    And evidence that supports it from "Audit Office, report 7", dated 2024-03-06
    And evidence that supports it from "Westmouth budget", dated 2024-03-06
    And the rules have settled the ledger as of 2024-05-01
    When Mira runs "claims calendar --as-of 2024-05-02 --until 2025-01-16"
    Then the answer does not have "48 million"
    When Mira runs "claims calendar --as-of 2024-05-02 --until 2025-01-17"
    Then the answer matches "2025-01-17 +look again .*48 million"
    When Mira runs "claims list --recheck --as-of 2025-01-16"
    Then the answer does not have "48 million"
    When Mira runs "claims list --recheck --as-of 2025-01-17"
    Then the answer has "48 million"

  Scenario: What is dismissed is not waited for
    Given the claim about "last span"
    And Mira runs "claims dismiss CLAIM --note 'not a claim'"
    When Mira runs "claims calendar --as-of 2024-10-01 --until 2024-11-30"
    Then the answer has "Nothing falls due or asks for a look until 2024-11-30."

  Scenario: For a calendar program
    When Mira runs "claims calendar --as-of 2024-10-01 --until 2024-11-30 --format ical"
    Then it works
    And the answer has "DTSTART;VALUE=DATE:20241031"
    And the answer has "END:VCALENDAR"

  Scenario: A last day before the first
    When Mira runs "claims calendar --as-of 2024-10-01 --until 2024-09-30"
    Then it leaves with exit code 2
