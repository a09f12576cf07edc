Feature: Listing open claims
  What stands open, longest overdue first; filters in words.

  Background:
    Given the desk has read the article "bridge"

  Scenario: Open claims, overdue ones first
    When Mira runs "claims list --as-of 2025-02-01"
    Then it works
    And the answer matches "(?s)overdue.*open"

  Scenario: By status, kind and speaker
    When Mira runs "claims list --kind commitment --speaker olsen --status open"
    Then it works
    And the answer has "October 2024"
    And the answer does not have "euros"

  Scenario: What falls due before a day
    When Mira runs "claims list --due-before 2024-11-01 --as-of 2024-03-05"
    Then the answer has "October 2024"
    And the answer does not have "end of 2024"

  Scenario: In one line
    When Mira runs "claims list 'status:all kind:statistic' steel"
    Then it works
    And the answer has "steel"
    And the answer does not have "ferry"

  Scenario: For programs
    When Mira runs "claims list --format csv"
    Then the answer has "id,text,quote,kind,speaker"
    When Mira runs "claims list --format jsonl"
    Then the answer matches "^.\"id\": "

  Scenario: A list that should be empty
    When Mira runs "claims list --status overdue --as-of 2024-03-05 --fail"
    Then it leaves with exit code 0
    When Mira runs "claims list --status overdue --as-of 2025-02-01 --fail"
    Then it leaves with exit code 1
