Feature: Mending what was extracted wrongly
  A wrong extraction pins false words on real people; it is mended, and the old values are kept.

  Background:
    Given the desk has read the article "bridge"
    And the claim about "on schedule"

  Scenario: Mending a wrong speaker
    When Mira runs "claims edit CLAIM --speaker 'Transport Committee' --note 'it was the committee'"
    Then it works
    And the claim has speaker "Transport Committee"
    And the claim has review "reviewed"
    When Mira runs "claims log CLAIM"
    Then the answer has "it was the committee"
    When Mira runs "claims show CLAIM --known 2020-01-01"
    Then it leaves with exit code 3

  Scenario: Mending the rest
    When Mira runs "claims edit CLAIM --kind forecast --deadline 2024-12-31 --when 2024 --quantity 'almost 44 percent' --text 'The bridge is on schedule.'"
    Then it works
    And the claim has kind "forecast"
    And the claim has deadline "2024-12-31"
    And the claim has when "2024"
    And the claim has text "The bridge is on schedule."
    And the claim has quantities "[{'value': 44, 'unit': 'percent', 'qualifier': '<'}]"

  Scenario: Emptying a field
    When Mira runs "claims edit CLAIM --speaker none"
    Then it works
    And the claim has speaker "none"

  Scenario: Nothing to mend
    When Mira runs "claims edit CLAIM"
    Then it leaves with exit code 2

  Scenario: A time that is none
    When Mira runs "claims edit CLAIM --when sometime"
    Then it leaves with exit code 4
    And the error says "'sometime' is no day, month, year or interval"

  Scenario: A claim in one's own words
    When Mira runs "claims new 'Westmouth will plant 400 trees by 30 June 2025.' --speaker 'Marta Olsen' --made 2024-03-04"
    Then it works
    And the claim about "400 trees" has deadline "2025-06-30"
    And the claim about "400 trees" has speaker "Marta Olsen"

  Scenario: A deadline moves, and the first stays visible
    Given the claim about "end of 2024"
    When Mira runs "claims move CLAIM 2025-06-30 --source https://harbour-post.example/delay --dated 2024-10-01"
    Then it works
    And the claim has deadline "2025-06-30"
    And the claim has first_deadline "2024-12-31"
    And as of 2025-01-15 the claim about "end of 2024" is open
    And as of 2024-09-01 the claim about "end of 2024" is open
    When Mira runs "claims list --as-of 2024-09-01 --format json --due-before 2025-01-01 bridge"
    Then the answer has "2024-12-31"
    And the answer does not have "2025-06-30"
