using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Territory.Dashboard.Clock;

namespace Territory.Dashboard.People;

/// <summary>Signs driver links and opens them again while they hold.</summary>
/// <remarks>A link is for a day of its region, so it is the region's clock that ends it: a simulated market is in another year.</remarks>
public sealed class DriverLinks(IDataProtectionProvider protection, RegionClocks clocks, RevokedLinks revoked)
{
    private readonly IDataProtector _protector = protection.CreateProtector("driver-link");

    /// <summary>A link that holds, also where earlier ones of the vehicle's day were revoked.</summary>
    public string TokenOf(DriverLink link) => _protector.Protect((link with { Generation = revoked.GenerationOf(link) }).Id);

    /// <summary>Ends every link of the vehicle's day that was made so far, and the sessions that came by one.</summary>
    public Task RevokeAsync(DriverLink link, CancellationToken cancellationToken) => revoked.AddAsync(link, cancellationToken);

    /// <summary>The link behind a token; null when the token is not ours, has expired or was revoked.</summary>
    public async ValueTask<DriverLink?> OpenAsync(string token, CancellationToken cancellationToken) =>
        Read(token) is { } link && await HoldsAsync(link, cancellationToken) ? link : null;

    public async ValueTask<bool> HoldsAsync(DriverLink link, CancellationToken cancellationToken) =>
        !revoked.Contains(link) && await clocks.FindAsync(link.Region, cancellationToken) is { } time && time.Now < link.ExpiresAt;

    private DriverLink? Read(string token)
    {
        try
        {
            return DriverLink.TryParse(_protector.Unprotect(token), out var link) ? link : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
