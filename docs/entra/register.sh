#!/bin/sh
# Registers the page with Entra by the Azure CLI: `register.sh REDIRECT_URI [--name NAME] [--consent]`.
# See docs/entra.md. Run again it mends what is not right and leaves the rest.
set -eu

API='WindowsDefenderATP'
PERMISSION='Ti.ReadWrite'
NAME='ioculate'
URI=''
CONSENT=''

say() { printf '%s\n' "$*" >&2; }
fail() { say "register.sh: $*"; exit 1; }

while [ $# -gt 0 ]; do
  case $1 in
    --name) [ $# -gt 1 ] || fail '--name takes a name'; NAME=$2; shift ;;
    --consent) CONSENT=yes ;;
    *[!A-Za-z0-9:/._~%-]*) fail "\"$1\" is no address of a redirect.html, over https or on localhost" ;;
    https://*/redirect.html | http://localhost:*/redirect.html) URI=$1 ;;
    *) fail "\"$1\" is no address of a redirect.html, over https or on localhost" ;;
  esac
  shift
done
[ -n "$URI" ] || fail 'usage: register.sh https://HOST/redirect.html [--name NAME] [--consent]'
command -v az > /dev/null || fail 'the Azure CLI is missing: https://learn.microsoft.com/cli/azure/'

TENANT=$(az account show --query tenantId --output tsv) || fail 'sign in first: az login'
GRAPH=$(az cloud show --query endpoints.microsoftGraphResourceId --output tsv)
GRAPH=${GRAPH%/}

# The API and the permission, by their names in this tenant.
API_ID=$(az ad sp list --filter "displayName eq '$API'" --query '[].appId' --output tsv)
[ -n "$API_ID" ] || fail "this tenant has no $API: it comes with Defender for Endpoint"
# Whoever may register applications may call one so.
[ "$(printf '%s\n' "$API_ID" | grep -c .)" -eq 1 ] || fail "this tenant has several applications called $API"
SCOPE_ID=$(az ad sp show --id "$API_ID" \
  --query "oauth2PermissionScopes[?value=='$PERMISSION' && isEnabled].id | [0]" --output tsv)
[ -n "$SCOPE_ID" ] || fail "$API offers no delegated $PERMISSION here"

# The registration: the one of this name, or a new one.
# An apostrophe stands twice in a filter.
FILTER="displayName eq '$(printf '%s' "$NAME" | sed "s/'/''/g")'"
FOUND=$(az ad app list --filter "$FILTER" --query 'length(@)' --output tsv)
case $FOUND in
  0) say "registering $NAME"
     CLIENT=$(az ad app create --display-name "$NAME" --sign-in-audience AzureADMyOrg \
       --query appId --output tsv) ;;
  1) say "$NAME is there already"
     CLIENT=$(az ad app list --filter "$FILTER" --query '[0].appId' --output tsv) ;;
  *) fail "there are $FOUND registrations called $NAME: choose another --name" ;;
esac
OBJECT=$(az ad app show --id "$CLIENT" --query id --output tsv)

# The redirect URI, beside those that are there. The CLI has no word of its own for this platform.
URIS=$(az ad app show --id "$CLIENT" --query 'spa.redirectUris' --output tsv)
if ! printf '%s\n' "$URIS" | tr '\t' '\n' | grep -Fqx "$URI"; then
  say "adding $URI as a single-page application"
  LIST=$(printf '%s\n%s\n' "$URIS" "$URI" | tr '\t' '\n' | sed '/^$/d; s/.*/"&"/' | paste -sd, -)
  az rest --method PATCH --url "$GRAPH/v1.0/applications/$OBJECT" \
    --headers 'Content-Type=application/json' --body "{\"spa\":{\"redirectUris\":[$LIST]}}" > /dev/null
fi

# The permission, delegated.
HAS=$(az ad app show --id "$CLIENT" \
  --query "requiredResourceAccess[?resourceAppId=='$API_ID'].resourceAccess[] | [?id=='$SCOPE_ID'] | length(@)" \
  --output tsv)
if [ "${HAS:-0}" = 0 ]; then
  say "asking for $API $PERMISSION"
  az ad app permission add --id "$CLIENT" --api "$API_ID" --api-permissions "$SCOPE_ID=Scope" 2> /dev/null \
    || fail "$PERMISSION could not be added to what the registration asks for: may you change it?"
fi

# Who signs in meets the registration as an enterprise application of the tenant.
az ad sp show --id "$CLIENT" > /dev/null 2>&1 || az ad sp create --id "$CLIENT" > /dev/null

if [ -n "$CONSENT" ]; then
  say 'consenting for the whole tenant'
  # The CLI's own word for it would first take back what users were granted of this API.
  OWN=$(az ad sp show --id "$CLIENT" --query id --output tsv)
  OTHER=$(az ad sp show --id "$API_ID" --query id --output tsv)
  GRANTS="$GRAPH/v1.0/oauth2PermissionGrants"
  ABOUT="clientId eq '$OWN' and resourceId eq '$OTHER' and consentType eq 'AllPrincipals'"
  granted() { az rest --method GET --url "$GRANTS" --url-parameters "\$filter=$ABOUT" --query "value[0].$1" --output tsv; }
  GRANT=$(granted id)
  SCOPES=$(granted scope)
  case " $SCOPES " in
    *" $PERMISSION "*) say 'that is there already' ;;
    *) if [ -n "$GRANT" ]; then
         METHOD=PATCH URL="$GRANTS/$GRANT" BODY="{\"scope\":\"$SCOPES $PERMISSION\"}"
       else
         METHOD=POST URL=$GRANTS
         BODY="{\"clientId\":\"$OWN\",\"resourceId\":\"$OTHER\",\"consentType\":\"AllPrincipals\",\"scope\":\"$PERMISSION\"}"
       fi
       az rest --method "$METHOD" --url "$URL" --headers 'Content-Type=application/json' --body "$BODY" > /dev/null ;;
  esac
else
  LOGIN=$(az cloud show --query endpoints.activeDirectory --output tsv)
  say "an administrator consents at ${LOGIN%/}/$TENANT/adminconsent?client_id=$CLIENT"
fi

printf '"clientId": "%s",\n"tenantId": "%s",\n' "$CLIENT" "$TENANT"
