Feature: Rules that can be held to account
  Conditions over time, independent sources, decay and explanations, from rulebooks that anyone can read.

  Background:
    Given the desk has read the article "bridge"

  Scenario: Ten papers with one wire are one source
    Given the claim about "48 million euros"
    And Mira runs "claims evidence add CLAIM --stance supports --source https://one.example/a --publisher 'The One' --via Reuters"
    And Mira runs "claims evidence add CLAIM --stance supports --source https://two.example/b --publisher 'The Two' --via reuters"
    And Mira runs "claims evidence add CLAIM --stance supports --source https://three.example/c --publisher 'The Three' --quote 'WESTMOUTH (Reuters) - The bridge cost 48 million euros, the council said.'"
    When the rules settle the ledger as of today
    Then the claim has verdict "open"
    And the claim has supporting "1"
    When Mira runs "claims explain CLAIM"
    Then the answer has "reuters"

  Scenario: Two that do not repeat one another settle it
    Given the claim about "48 million euros"
    And evidence that supports it from "Westmouth budget", dated 2024-02-01
    And evidence that supports it from "Audit Office, report 7", dated 2024-04-02
    When the rules settle the ledger as of 2024-05-01
    Then the claim has verdict "verified"
    And the claim has verdict_by "enough-support"

  Scenario: A near copy of another text is no second source
    Given the claim about "48 million euros"
    And Mira runs "claims evidence add CLAIM --stance supports --source https://one.example/a --quote 'The harbour bridge came to 48 million euros in the end, according to the final account of the works department.'"
    And Mira runs "claims evidence add CLAIM --stance supports --source https://two.example/b --quote 'The harbour bridge came to 48 million euros in the end, according to the final account of the works department!'"
    When the rules settle the ledger as of today
    Then the claim has verdict "open"

  Scenario: The claim's own publisher and speaker never count
    Given the claim about "October 2024"
    And Mira runs "claims evidence add CLAIM --stance supports --source 'Marta Olsen' --dated 2024-10-20"
    When Mira runs "claims evidence add CLAIM --stance supports --source https://harbour-post.example/x --publisher 'The Harbour Post' --dated 2024-10-20"
    Then the answer has "does not count: 'the harbour post' is the claim's own publisher"
    And the answer does not have "counted as one source"
    When Mira runs "claims evidence add CLAIM --stance refutes --source 'Marta Olsen' --dated 2024-10-21"
    Then the answer has "does not count: 'marta olsen' is the claim's own speaker"
    When Mira runs "claims evidence add CLAIM --stance neither --source 'Alder Courier' --dated 2024-10-21"
    Then the answer has "counted as one source with all that comes from 'alder courier' (source)"
    When the rules settle the ledger as of 2024-11-15
    Then the claim has verdict "open"
    And the claim has supporting "0"

  Scenario: An unreliable source does not settle a promise alone, nor does it override a better one in silence
    Given the claim about "October 2024"
    And Mira runs "claims evidence add CLAIM --stance supports --source 'Gossip Sheet' --dated 2024-10-20 --grade E5"
    When the rules settle the ledger as of 2024-11-15
    Then the claim has verdict "open"
    Given Mira runs "claims evidence add CLAIM --stance refutes --source 'Audit Office' --dated 2024-11-02 --grade A1"
    When the rules settle the ledger as of 2024-11-16
    Then the claim has verdict "conflicting"

  Scenario: A person outranks a rule, which then only asks for another look
    Given the claim about "48 million euros"
    And Mira runs "claims verify CLAIM --note 'seen the books' --as-of 2024-03-10"
    And evidence that refutes it from "Audit Office", dated 2024-04-02
    And evidence that refutes it from "Westmouth budget", dated 2024-04-03
    When the rules settle the ledger as of 2024-05-01
    Then the claim has verdict "verified"
    And the claim has review "recheck"
    When Mira runs "claims show CLAIM --as-of 2024-05-01"
    Then the answer has "refuted"

  Scenario: A verdict falls when its evidence is withdrawn, and the claim is open again
    Given the claim about "October 2024"
    And evidence that supports it from "Example Gazette (invented)", dated 2024-10-20
    And the rules have settled the ledger as of 2024-11-15
    When Mira withdraws the evidence
    And the rules settle the ledger as of 2024-11-16
    Then the claim has verdict "open"

  Scenario: Kept after the first date is kept late, though the date was moved
    Given the claim about "end of 2024"
    And Mira runs "claims move CLAIM 2025-06-30 --source https://harbour-post.example/delay --dated 2024-10-01"
    And evidence that supports it from "Example Gazette (invented)", dated 2025-05-02
    When the rules settle the ledger as of 2025-07-01
    Then the claim has schedule "met-late"
    When Mira runs "claims explain CLAIM --as-of 2025-07-01"
    Then the answer has "31 December 2024"

  Scenario: A statistic grows old, and neither an edit nor a repetition makes it young again
    Given the claim about "per cent of the steel"
    And evidence that supports it from "Audit Office, report 7", dated 2024-03-01
    And evidence that supports it from "Steel register", dated 2024-03-01
    And the rules have settled the ledger as of 2024-04-01
    When the rules settle the ledger as of 2026-10-01
    Then as of 2026-10-01 the list of what is to be looked at again has "per cent of the steel"
    Given Mira runs "claims edit CLAIM --kind statistic --when 2023"
    When the rules settle the ledger as of 2026-10-02
    Then as of 2026-10-02 the list of what is to be looked at again has "per cent of the steel"
    Given the claim is seen again in "The Alder Courier" on 2026-10-03
    And a file again.txt that says:
      """
      Nearly 30 per cent of the steel was delivered late, according to a report by the Westmouth Audit Office.
      """
    And Mira runs "claims add again.txt --published 2026-10-03 --publisher 'The Alder Courier'"
    When Mira runs "claims show CLAIM"
    Then the answer has "The Alder Courier"
    When the rules settle the ledger as of 2026-10-04
    Then as of 2026-10-04 the list of what is to be looked at again has "per cent of the steel"
    Given evidence that supports it from "Steel register, new edition", dated 2026-10-04
    When the rules settle the ledger as of 2026-10-05
    Then as of 2026-10-05 the list of what is to be looked at again does not have "per cent of the steel"

  Scenario: The day on which evidence has grown old is known beforehand, and no run of the rules is needed on it
    Given the claim about "ferry carried"
    And evidence that supports it from "Audit Office, report 7", dated 2024-03-06
    And evidence that supports it from "Harbour statistics", dated 2024-03-06
    And the rules have settled the ledger as of 2024-05-01
    When Mira runs "claims list --recheck --as-of 2025-01-16"
    Then the answer does not have "ferry carried"
    When Mira runs "claims list --recheck --as-of 2025-01-17"
    Then the answer has "ferry carried"
    When Mira runs "claims list 'status:verified review:recheck' --as-of 2025-03-10 --known 2100-01-01"
    Then the answer has "ferry carried"
    When Mira runs "claims list --recheck --as-of 2024-04-30"
    Then the answer has "No claims fit."

  Scenario: A claim that another cannot hold beside is looked at, until one of them is settled
    Given a file paper.txt that says:
      """
      The population of Westmouth is 412,000. The reservoir at Dunmore holds 40 million cubic metres of water.
      """
    And a file radio.txt that says:
      """
      The population of Westmouth is 398,000. The museum at Alder holds 40 million stamps.
      """
    And Mira runs "claims add paper.txt radio.txt --published 2024-03-05"
    When the rules settle the ledger as of 2024-05-01
    Then as of 2024-05-01 the list of what is to be looked at again has "412,000"
    And as of 2024-05-01 the list of what is to be looked at again has "398,000"
    When Mira runs "claims list --recheck --as-of 2024-05-01"
    Then the answer does not have "Dunmore"
    And the answer does not have "Alder"
    Given the claim about "398,000"
    When Mira runs "claims dismiss CLAIM --note 'the wrong Westmouth'"
    And the rules settle the ledger as of 2024-05-02
    And Mira runs "claims list --recheck --as-of 2024-05-02"
    Then the answer does not have "412,000"

  Scenario: The reason is a sentence to print, with what would change it
    Given the claim about "October 2024"
    When Mira runs "claims explain CLAIM --as-of 2024-11-15"
    Then the answer has "Open as of 15 November 2024."
    And the answer has "It would change: "

  Scenario: The house rulebooks' cases notice every flaw
    When Mira runs "claims rules test --mutate"
    Then it works
    And the answer matches "promises: (\d+) of \1 cases passed, (\d+) of \2 flaws noticed"

  Scenario: A rulebook with faults is refused with places and nearest names
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - rule: one
          when: suporting >= 2
          then: verified
          because: two say so
        - rule: two
          when: schedule == "over-due"
          then: refuted
          because: it is late
        - rule: three
          when: supporting == "two"
          then: refuted
          because: no
        - rule: four
          when: supporting >= 1
          then: superseded
          because: no
      """
    When Mira runs "claims rules adopt desk.yaml"
    Then it leaves with exit code 4
    And the error says "desk.yaml:4:"
    And the error says "supporting"
    And the error says "desk.yaml:8:"
    And the error says "overdue"
    And the error says "desk.yaml:12:"
    And the error says "desk.yaml:17:"

  Scenario: A rulebook of the desk's own goes before the house's
    Given a file desk.yaml that says:
      """
      rulebook: desk
      about: One source is enough for us.
      verdicts:
        - rule: one-is-enough
          when: supporting >= 1 && refuting == 0
          then: verified
          because: "{supporting:source supports|sources support} it"
      """
    And the claim about "48 million euros"
    And evidence that supports it from "Westmouth budget", dated 2024-02-01
    When Mira runs "claims rules adopt desk.yaml promises statistics news"
    Then it works
    When the rules settle the ledger as of 2024-05-01
    Then the claim has verdict_by "one-is-enough"
    When Mira runs "claims rules show"
    Then the answer matches "(?s)desk.*promises.*statistics.*news"
    And the answer does not have "newer version"

  Scenario: A newer house rulebook is offered, and nothing changes by itself
    Given a file desk.yaml that says:
      """
      rulebook: desk
      verdicts:
        - {rule: one-is-enough, when: supporting >= 1 && refuting == 0, then: verified, because: so}
      """
    And a file old.yaml that says:
      """
      rulebook: news
      about: As the house's was once.
      verdicts:
        - {rule: three-support, when: supporting >= 3, then: verified, because: so}
      """
    And the claim about "48 million euros"
    When Mira runs "claims rules adopt desk.yaml promises statistics old.yaml"
    And Mira runs "claims rules show"
    Then the answer has "The house has a newer version of news than this ledger judges by; to adopt it: claims rules adopt desk promises statistics news"
    When Mira runs "claims resolve --as-of 2024-05-01"
    Then the error says "The house has a newer version of news than this ledger judges by; to adopt it: claims rules adopt desk promises statistics news"
    When Mira runs "claims explain CLAIM"
    Then the answer has "three-support"
    When Mira runs "claims rules adopt desk promises statistics news"
    And Mira runs "claims rules show"
    Then the answer does not have "newer version"
    And the answer matches "(?s)desk.*promises.*statistics.*news"
    When Mira runs "claims explain CLAIM"
    Then the answer does not have "three-support"
