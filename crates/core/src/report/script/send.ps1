# Sends what ioculate has planned: @what@, to
#   @host@
#
#   powershell -ExecutionPolicy Bypass -File @name@             sends it all
#   powershell -ExecutionPolicy Bypass -File @name@ -First 7    goes on with call 7
#
# It needs PowerShell 5.1 or later, and an access token for the Defender API that holds Ti.ReadWrite: it
# takes the one in IOCULATE_TOKEN, or else asks for it to be copied and takes the clipboard's. The token is
# kept nowhere.
# To send an indicator again changes nothing. What others have changed in the tenant since the plan was
# made is not looked at.
param([ValidateRange(1, 1000000)][int]$First = 1)
$ErrorActionPreference = 'Stop'

$api = @api@
$calls = @calls@
if ($First -gt $calls) {
  Write-Host "There is no call ${First}: there are 1 to $calls."
  exit 2
}

$token = $env:IOCULATE_TOKEN
if (-not $token) {
  # What is typed or pasted here may end after 1,022 characters; a token is longer.
  Read-Host 'Copy an access token, then press Enter' | Out-Null
  $token = Get-Clipboard -Raw
}
$token = "$token".Trim()
if ($token -notmatch '\A[A-Za-z0-9._~+/=-]+\z') {
  Write-Host 'That is no access token.'
  exit 2
}

Add-Type -AssemblyName System.Net.Http
$tls12 = [Net.SecurityProtocolType]::Tls12
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor $tls12
$handler = [Net.Http.HttpClientHandler]::new()
$handler.AllowAutoRedirect = $false
$client = [Net.Http.HttpClient]::new($handler)
$client.Timeout = [TimeSpan]::FromSeconds(180)
$script:accepted = 0
$script:refused = 0
$script:unknown = 0
$script:started = $false

function Write-Told([string]$Text) {
  $shown = $Text -replace '[\x00-\x1f\x7f-\x9f]', ' '
  Write-Host $shown.Substring(0, [Math]::Min(2000, $shown.Length))
}

function Write-Totals {
  Write-Host "$script:accepted accepted, $script:refused refused, $script:unknown without an answer."
}

function Stop-Sending([int]$Number, [string]$Text, [string]$Why) {
  Write-Told $Text
  Write-Host $Why
  Write-Host "Stopped at call $Number of $calls. To go on there, give -First $Number."
  Write-Totals
  exit 1
}

function Add-Answer([int]$Number, [int]$Indicators, [string]$Path, [string]$Text) {
  if (-not $Path.EndsWith('/import')) {
    $script:accepted += $Indicators
    return
  }
  $results = @()
  try { $results = @((ConvertFrom-Json $Text).value) } catch { Write-Told $Text }
  $good = @($results | Where-Object { $_.isFailed -eq $false }).Count
  $bad = @($results | Where-Object { $_.isFailed -eq $true })
  foreach ($item in $bad) { Write-Told "$($item.indicator): $($item.failureReason)" }
  $script:accepted += $good
  $script:refused += $bad.Count
  $script:unknown += $Indicators - $good - $bad.Count
}

function Get-Wait($Answer, [int]$Status, [int]$Try) {
  if ($Answer -and $Answer.Headers.RetryAfter) {
    $after = $Answer.Headers.RetryAfter
    if ($after.Delta) { return [Math]::Ceiling($after.Delta.TotalSeconds) }
    if ($after.Date) {
      return [Math]::Max(1, [Math]::Ceiling(($after.Date - [DateTimeOffset]::UtcNow).TotalSeconds))
    }
  }
  if ($Status -eq 429) { return 60 }
  return $Try * 5
}

function Send-Call([int]$Number, [int]$Indicators, [string]$Path, [int]$Pause, [string]$Body) {
  if ($Number -lt $First) { return }
  if ($script:started) { Start-Sleep -Seconds $Pause }
  $script:started = $true
  for ($try = 1; ; $try++) {
    $status = 0
    $text = ''
    $answer = $null
    try {
      $request = [Net.Http.HttpRequestMessage]::new([Net.Http.HttpMethod]::Post, "$api$Path")
      $request.Headers.Authorization = [Net.Http.Headers.AuthenticationHeaderValue]::new('Bearer', $token)
      $request.Headers.Accept.ParseAdd('application/json')
      $request.Content = [Net.Http.StringContent]::new($Body, [Text.Encoding]::UTF8, 'application/json')
      $answer = $client.SendAsync($request).GetAwaiter().GetResult()
      $text = $answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()
      $status = [int]$answer.StatusCode
    } catch {
      Write-Told $_.Exception.Message
    }
    if ($status -ge 200 -and $status -lt 300) {
      Add-Answer $Number $Indicators $Path $text
      Write-Host "Call $Number of ${calls}: $status"
      return
    }
    if ($status -eq 401 -or $status -eq 403) {
      Stop-Sending $Number $text "The API answers ${status}: the token is not good for this."
    }
    if ($status -eq 429 -or $status -eq 408 -or $status -eq 0 -or $status -ge 500) {
      if ($try -ge 6) { Stop-Sending $Number $text "No good answer in $try tries ($status)." }
      $seconds = Get-Wait $answer $status $try
      Write-Host "The API answers ${status}: waiting $seconds s."
      Start-Sleep -Seconds $seconds
      continue
    }
    if ($status -ne 400) { Stop-Sending $Number $text "The API answers $status." }
    if ($Path.EndsWith('/BatchDelete')) {
      Stop-Sending $Number $text 'What is to be deleted first was not deleted.'
    }
    Write-Told $text
    Write-Host "Call $Number of ${calls}: refused as a whole."
    $script:refused += $Indicators
    return
  }
}

Write-Host "To ${api}: calls $First to $calls."
@bodies@
Write-Totals
if ($script:refused -gt 0 -or $script:unknown -gt 0) { exit 1 }
