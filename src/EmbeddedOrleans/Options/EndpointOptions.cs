using System.Net;

namespace Orleans.Configuration;

/// <summary>Where a silo listens. In one process nothing listens; the values only name the silo.</summary>
public sealed class EndpointOptions
{
    public IPAddress AdvertisedIPAddress { get; set; } = IPAddress.Loopback;

    public int SiloPort { get; set; } = 11111;

    public int GatewayPort { get; set; } = 30000;
}
