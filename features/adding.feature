Feature: Adding articles
  An article goes in; its claims stand on the ledger, each bound to the article's words.

  Scenario: Adding the article
    When Mira runs "claims add ARTICLES/sco-moscow/sco-moscow.txt --published 2020-09-02"
    Then it works
    And the claim about "S-400 surface-to-air" has deadline "2021-12-31"
    And the claim about "S-400 surface-to-air" has review "unreviewed"
    And the ledger is sound

  Scenario: An article that is there already is not doubled
    Given the desk has read the article "bridge"
    When Mira runs "claims add ARTICLES/harbour/bridge.txt"
    Then it works
    And the answer has "on the ledger already"

  Scenario: What stands beside an article says when it was published
    When Mira runs "claims add ARTICLES/harbour/mill.txt"
    Then it works
    When Mira runs "claims articles"
    Then the answer has "2024-02-13"
    And the answer has "The Ekfors Courier"

  Scenario: A folder of articles
    When Mira runs "claims add ARTICLES/harbour"
    Then it works
    And the answer has "bridge.txt"
    And the answer has "clinic.txt"
    And the answer has "mill.txt"

  Scenario: The same address with another text is a new article, and that is said
    Given a file first.txt that says:
      """
      The tram in Westmouth will run by the end of 2027, the council said.
      """
    And a file second.txt that says:
      """
      The tram in Westmouth will run by the end of 2028, the council said.
      """
    And Mira runs "claims add first.txt --published 2026-03-02 --url https://post.example/tram"
    When Mira runs "claims add second.txt --published 2026-03-02 --url https://post.example/tram"
    Then it works
    And the error says "the text at this address has changed"

  Scenario: Some of several files are bad
    Given a file good.txt that says:
      """
      The council bought 14 trams in 2025.
      """
    And a file empty.txt that says:
      """
      """
    When Mira runs "claims add good.txt empty.txt none.txt --published 2026-03-02"
    Then it leaves with exit code 4
    And the error says "empty.txt: is empty"
    And the error says "none.txt: is not there"
    And the error says "2 of 3 files could not be taken"
    And the claim about "14 trams" has review "unreviewed"
