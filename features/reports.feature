Feature: Status reports
  What is open, due and overdue; what was settled and by whom; who said what and how it came out.

  Background:
    Given the desk has read the article "sco-moscow"

  Scenario: A page that can be mailed
    When Mira runs "claims report --as-of 2022-01-15 --format html --output report.html"
    Then it works
    And the file report.html has "<!doctype html>"
    And the file report.html has "scheduled by the end of 2021"
    And the file report.html does not have "<script"

  Scenario: Officials are not ranked
    When Mira runs "claims report --as-of 2020-09-03"
    Then the answer matches "officials +\d+ +\d+ +\d+  not ranked"

  Scenario: A period that begins after the report
    When Mira runs "claims report --as-of 2020-09-03 --since 2021-01-01"
    Then it leaves with exit code 2

  Scenario: An empty ledger is never all clear
    When Mira runs "claims report --as-of 2019-01-01"
    Then the answer has "nothing could be checked"
