using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Territory.Cli.Instance;

/// <summary>Whether a request comes from the user who runs the instance: from this machine, with the token only that user can read.</summary>
internal static class InstanceCaller
{
    /// <summary>Sets the answer to 404 for anyone else.</summary>
    public static bool IsOwner(HttpContext context, InstanceLock instance)
    {
        var given = Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
        var isOwner = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes($"Bearer {instance.Token}"));
        if (!isOwner)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        return isOwner;
    }
}
