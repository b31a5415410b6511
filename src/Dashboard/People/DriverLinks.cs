using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Territory.Dashboard.People;

/// <summary>Signs driver links and opens them again while they hold.</summary>
public sealed class DriverLinks(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("driver-link");

    public string TokenOf(DriverLink link) => _protector.Protect(link.Id);

    /// <summary>The link behind a token; null when the token is not ours or has expired.</summary>
    public DriverLink? Open(string token)
    {
        try
        {
            return DriverLink.TryParse(_protector.Unprotect(token), out var link) && Holds(link) ? link : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public bool Holds(DriverLink link) => time.GetUtcNow() < link.ExpiresAt;
}
