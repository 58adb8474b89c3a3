#Requires -Version 7
#Requires -Modules Microsoft.Graph.Authentication, Microsoft.Graph.Applications, Microsoft.Graph.Identity.SignIns
<#
.SYNOPSIS
Registers the page with Entra by Microsoft Graph. See docs/entra.md.
.DESCRIPTION
Run again it mends what is not right and leaves the rest.
#>
param(
    # The address of the page's redirect.html, to the letter.
    [Parameter(Mandatory)]
    [ValidatePattern('^(https://[^/]+|http://localhost:\d+)(/.*)?/redirect\.html$')]
    [string] $RedirectUri,
    [string] $Name = 'ioculate',
    # Consents for the whole tenant.
    [switch] $Consent
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$Api = 'WindowsDefenderATP'
$Permission = 'Ti.ReadWrite'

$scopes = @('Application.ReadWrite.All')
if ($Consent) { $scopes += 'DelegatedPermissionGrant.ReadWrite.All' }
$context = Get-MgContext
$environment = if ($context) { $context.Environment } else { 'Global' }
Connect-MgGraph -Scopes $scopes -Environment $environment -NoWelcome
$tenant = (Get-MgContext).TenantId

# The API and the permission, by their names in this tenant.
$resources = @(Get-MgServicePrincipal -Filter "displayName eq '$Api'" -All)
if ($resources.Count -eq 0) { throw "This tenant has no ${Api}: it comes with Defender for Endpoint." }
# Whoever may register applications may call one so.
if ($resources.Count -gt 1) { throw "This tenant has several applications called $Api." }
$resource = $resources[0]
$scope = $resource.Oauth2PermissionScopes | Where-Object { $_.Value -eq $Permission -and $_.IsEnabled }
if (-not $scope) { throw "$Api offers no delegated $Permission here." }

# The registration: the one of this name, or a new one.
$quoted = $Name.Replace("'", "''")
$found = @(Get-MgApplication -Filter "displayName eq '$quoted'" -All)
if ($found.Count -gt 1) { throw "There are $($found.Count) registrations called ${Name}: choose another -Name." }
if ($found.Count -eq 1) {
    Write-Host "$Name is there already"
    $app = $found[0]
} else {
    Write-Host "registering $Name"
    $app = New-MgApplication -DisplayName $Name -SignInAudience 'AzureADMyOrg'
}

# The redirect URI, beside those that are there.
$uris = @($app.Spa.RedirectUris | Where-Object { $_ })
if ($uris -cnotcontains $RedirectUri) {
    Write-Host "adding $RedirectUri as a single-page application"
    Update-MgApplication -ApplicationId $app.Id -Spa @{ RedirectUris = @($uris) + $RedirectUri }
}

# The permission, delegated, beside what else is asked for.
$others = @($app.RequiredResourceAccess | Where-Object { $_ -and $_.ResourceAppId -ne $resource.AppId })
$access = @($app.RequiredResourceAccess | Where-Object { $_ -and $_.ResourceAppId -eq $resource.AppId } |
    ForEach-Object { $_.ResourceAccess })
if (-not ($access | Where-Object { $_.Id -eq $scope.Id -and $_.Type -eq 'Scope' })) {
    Write-Host "asking for $Api $Permission"
    $asked = @{
        ResourceAppId  = $resource.AppId
        ResourceAccess = @($access) + @{ Id = $scope.Id; Type = 'Scope' }
    }
    Update-MgApplication -ApplicationId $app.Id -RequiredResourceAccess (@($others) + $asked)
}

# Who signs in meets the registration as an enterprise application of the tenant.
$principal = Get-MgServicePrincipal -Filter "appId eq '$($app.AppId)'" | Select-Object -First 1
if (-not $principal) { $principal = New-MgServicePrincipal -AppId $app.AppId }

if ($Consent) {
    $filter = "clientId eq '$($principal.Id)' and resourceId eq '$($resource.Id)' and consentType eq 'AllPrincipals'"
    $grant = Get-MgOauth2PermissionGrant -Filter $filter | Select-Object -First 1
    if (-not $grant) {
        Write-Host 'consenting for the whole tenant'
        $null = New-MgOauth2PermissionGrant -ClientId $principal.Id -ResourceId $resource.Id `
            -ConsentType 'AllPrincipals' -Scope $Permission
    } elseif ($grant.Scope.Split(' ') -cnotcontains $Permission) {
        Update-MgOauth2PermissionGrant -OAuth2PermissionGrantId $grant.Id -Scope "$($grant.Scope) $Permission".Trim()
    }
} else {
    $environment = Get-MgEnvironment -Name (Get-MgContext).Environment
    $login = $environment.AzureADEndpoint.TrimEnd('/')
    Write-Host "an administrator consents at $login/$tenant/adminconsent?client_id=$($app.AppId)"
}

"`"clientId`": `"$($app.AppId)`","
"`"tenantId`": `"$tenant`","
