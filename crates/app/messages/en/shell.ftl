### The frame around every screen.

# Label of the link past the title bar.
skip = Skip to content
# Label of the list of steps, for screen readers.
steps = Steps
# Label of the language choice, for screen readers.
language = Language
# A notice: the texts of another language could not be fetched.
# $language (Html) is what that language calls itself, such as "Deutsch".
language-missing =
    { $language } could not be loaded, so the page stays in the language it has. Nothing is lost. Choose it
    again to try once more.
# Label of the theme choice, for screen readers.
theme = Theme

## The themes.

# A theme: what the system has.
theme-system = System
# A theme.
theme-light = Light
# A theme.
theme-dark = Dark

## The demo's banner, and the foot.

# First words of the demo's banner, in bold.
demo = Demo.
# What follows them.
demo-body =
    Sign-in and Defender are imitated on this computer. No tenant is touched, and no real account is needed.
# The promise at the foot. "The API host above" stands in the title bar.
stays-here = Nothing leaves this browser but calls to Microsoft's sign-in and the API host above.
# The same in the demo.
stays-here-demo = Nothing leaves this computer.
# The build at the foot; a full stop may follow. $build is its id, $date the day on which the limits of the
# API were read, such as "2026-11-21".
build = Build { $build }, limits as of { $date }

## The steps in the title bar: what is done in each.

# A step.
step-choose = Choose
# A step.
step-review = Review
# A step.
step-send = Send
# A step.
step-report = Report

## The document's title.

# The title. $screen is what is on screen, $product the product's name.
title = { $screen } - { $product }
# The title where something failed. $heading is what, $product the product's name.
error-title = Error: { $heading } - { $product }
# The first screen, in the title.
title-choose = Choose what to import
# The same where a run is taken back or indicators are deleted: the label of the button that does it, as a
# question. $question is such as "Undo 4 indicators".
title-question = { $question }?
# The second screen, in the title.
title-review = Review { $records ->
    [one] { $records } record
   *[other] { $records } records
 }
# The last screen, in the title; counts of indicators.
# $accepted (Number)
# $rejected (Number)
title-report = Report: { $accepted } accepted, { $rejected } rejected

## What a screen reader is told of what happens by itself.

# The sums after a change: the indicators that would be sent, and rows by what is to become of them.
# $entries (Number)
# $ready (Number)
# $refused (Number)
# $conflict (Number)
said-sums = { $entries } to send. { $ready } ready, { $refused } refused, { $conflict } in conflict.
# The tenant is being listed.
said-listing = Reading what the tenant holds.
# What would be sent, in the tenant as it is.
# $created (Number), those of them that the tenant does not hold yet.
said-compared =
    Compared with the tenant. { $entries ->
        [one] { $entries } indicator
       *[other] { $entries } indicators
    } would be sent, { $created } of them new.
# The tenant could not be listed.
said-not-compared = Not compared with the tenant.
# A run has come this far.
# $percent (Number), how many of a hundred are answered.
# $accepted (Number)
# $rejected (Number)
said-tenths = { $percent } % answered: { $accepted } accepted, { $rejected } rejected.

## Above the screen.

# Files were dropped while the tenant's list is shown.
turned-away-from-tenant =
    The files were not read: what the tenant holds lies over your list. Go back first, then drop them again.
# Files were dropped on a report.
turned-away-from-report =
    The files were not read: this is a report. Leave it by the button at its foot, then drop them again.
# Files were dropped on the review of an undo or of a deletion.
turned-away-from-prepared =
    The files were not read: nothing is added to an undo or a deletion. Leave it by the button at its foot, then
    drop them again.
# Files were dropped while a list is being sent.
turned-away-from-sending =
    The files were not read: the list at hand is on its way. Drop them again when its report is there.
# Label of taking a message away.
close = Close

## The part of the page that works in the background (a worker) does not start, or has died.

# Heading: it has not started.
late = The part of this page that reads lists has not started
# Under it.
late-body =
    It is still waited for, and the page goes on by itself when it comes. A slow or filtered network can be why.
    Nothing was sent. If it does not come, load the page again.
# Heading: it died.
lost = The part of this page that holds your list has stopped
# Under it, where nothing was being sent.
lost-body =
    Nothing was sent. The list that was read and the fixes made to it are gone; your files are untouched.
# Under it, where a list was being sent.
lost-while-sending =
    Indicators that were accepted are in the tenant. Which ones were in flight is no longer known here. Sending the
    same list again does no harm: the API updates what it has.
# What to do.
lost-todo =
    Load the page again and give the list once more. If it happens again with the same list, report the text below
    together with the build.
# Label of the button that loads the page again.
reload = Load the page again
# Heading of the worker's own words.
last-words = What it said last
# Page and worker are of two builds, and loading again did not help. $page and $worker are ids of builds.
two-builds =
    The page is of build { $page }, its worker of build { $worker }. A cache holds one of them back.

## The configuration is wrong.

# Heading.
config-failed = This page is not set up correctly
# Under it; what is wrong follows as a list.
config-failed-body =
    Its configuration, config.json, does not say what it must. Nothing was read and nothing was sent. Whoever hosts
    this page can mend it:
# What is wrong: it did not arrive.
config-unreachable =
    config.json is not there, or the server does not give it out. It lies beside index.html.
# What is wrong: it is no JSON. $error says where, in English.
config-no-json = config.json is no JSON: { $error }.

# The cloud that is not one of a government. The others go by Microsoft's names for them.
cloud-commercial = Commercial

# Label of the way here, and the document's title.
tenant-view = What the tenant holds
