Feature: Bad input gets one clear line
  What, where and what to do; an exit code; nothing half written.

  Scenario Outline: A file that cannot be taken
    Given a file <name> that says:
      """
      <text>
      """
    When Mira runs "claims add <name> --published <day>"
    Then it leaves with exit code <code>
    And the error is one line
    And the error says "<said>"
    When Mira runs "claims list"
    Then it leaves with exit code 5

    Examples:
      | name   | text                                                                                                  | day        | code | said                                 |
      | a.txt  | Die Regierung hat am Montag beschlossen, die Brücke bis Ende 2027 zu bauen, sagte der Minister heute. | 2026-03-02 | 4    | a.txt: this text is in German        |
      | b.txt  | The council bought 14 trams.                                                                          | 2999-03-02 | 4    | still to come                        |

  Scenario: A file that is not there
    When Mira runs "claims add none.txt --published 2026-03-02"
    Then it leaves with exit code 4
    And the error says "none.txt: is not there"

  Scenario: A day that is none
    When Mira runs "claims add ARTICLES/harbour/mill.txt --published soon"
    Then it leaves with exit code 2
    And the error says "'soon' is no day; write it as 2020-09-02."

  Scenario: No day, and no terminal to ask at
    Given a file plain.txt that says:
      """
      The council bought 14 trams.
      """
    When Mira runs "claims add plain.txt"
    Then it leaves with exit code 2
    And the error is one line
    And the error says "has no day of publication; give it with --published"

  Scenario: Text in another language is taken where one insists
    Given a file de.txt that says:
      """
      Die Regierung hat am Montag beschlossen, die Brücke bis Ende 2027 zu bauen, sagte der Minister heute im Parlament.
      """
    When Mira runs "claims add de.txt --published 2026-03-02 --lang-check off"
    Then it works

  Scenario: An unknown id
    Given the desk has read the article "mill"
    When Mira runs "claims show zzzzzz"
    Then it leaves with exit code 3
    And the error is one line
    And the error says "no claim on this ledger begins with 'zzzzzz'"

  Scenario: An id that fits more than one claim
    Given the desk has read the article "sco-moscow"
    When Mira runs "claims show ''"
    Then it leaves with exit code 3

  Scenario: A misspelt status
    Given the desk has read the article "mill"
    When Mira runs "claims list --status verifed"
    Then it leaves with exit code 4
    And the error says "did you mean verified?"

  Scenario: A ledger that is not there
    When Mira runs "claims list --db HERE/nowhere.db"
    Then it leaves with exit code 5
    And the error is one line

  Scenario: A file that is no ledger
    Given a file notes.db that says:
      """
      These are notes, not a ledger.
      """
    When Mira runs "claims list --db HERE/notes.db"
    Then it leaves with exit code 5
    And the error is one line

  Scenario: A misspelt command
    When Mira runs "claims lst"
    Then it leaves with exit code 2
    And the error says "Did you mean 'list'?"

  Scenario: An empty ledger is not sound, there was nothing to check
    Given an empty ledger
    When Mira runs "claims audit"
    Then it leaves with exit code 1
    And the error says "there was nothing to check"

  Scenario Outline: An empty ledger never reports success
    Given an empty ledger
    When Mira runs "<command>"
    Then it leaves with exit code 1
    And the error is one line
    And the error says "<said>"

    Examples:
      | command                                               | said                       |
      | claims resolve                                        | nothing could be settled   |
      | claims resolve --dry-run --format json                | nothing could be settled   |
      | claims simulate --from 2024-01-01 --to 2024-02-01     | nothing could be replayed  |
      | claims list --fail                                    | there was nothing to check |

  Scenario: A read-only ledger can be read and audited, and refuses a verdict in a line
    Given the desk has read the article "mill"
    And the claim about "300 jobs"
    And the ledger is read-only
    When Mira runs "claims list"
    Then it works
    When Mira runs "claims verify CLAIM"
    Then it leaves with exit code 5
    And the error is one line
    And the error says "read-only"

  Scenario: A ledger made by a newer version
    Given the desk has read the article "mill"
    And the ledger was made by a newer version
    When Mira runs "claims list"
    Then it leaves with exit code 5
    And the error is one line
    And the error says "of a newer version"

  Scenario: A byte that was changed behind the ledger's back is found with its place
    Given the desk has read the article "mill"
    And someone changed a word in entry 2 behind the ledger's back
    When Mira runs "claims audit"
    Then it leaves with exit code 1
    And the answer has "entry 2"

  Scenario: A text too large for one article
    Given a file of 50 MB named huge.txt
    When Mira runs "claims add huge.txt --published 2026-03-02"
    Then it leaves with exit code 4
    And the error is one line
    And the error says "too large for one article"

  Scenario: A fault in the card beside an article
    Given a file town.txt that says:
      """
      The council bought 14 trams.
      """
    And a file town.json that says:
      """
      {"published": "last week"}
      """
    When Mira runs "claims add town.txt"
    Then it leaves with exit code 4
    And the error says "town.json: published is 'last week', which is no day"

  Scenario: The last of many entries, with nothing said beside them
    Given the desk has read the article "mill"
    When Mira runs "claims log --last 2"
    Then it works
    And nothing is said beside the answer
