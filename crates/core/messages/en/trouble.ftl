### What is said in place of an answer of the API's that did not come or is none, and of a file of the page's own
### that did not load.

no-answer = No answer came.
answer-unread = The answer could not be read.
tenant-unread = The tenant's list could not be read.
# Where a list of what the tenant holds was asked for.
not-a-list = The answer is not a list of indicators.
guard-missing = The file of the guard's public lists did not load.
guard-foreign = The file of the guard's public lists is not the one that this page was built with.
