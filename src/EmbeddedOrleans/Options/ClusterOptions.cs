namespace Orleans.Configuration;

/// <summary>Which cluster a silo belongs to and a client connects to.</summary>
public sealed class ClusterOptions
{
    public const string DefaultClusterId = "default";
    public const string DefaultServiceId = "default";

    public string ClusterId { get; set; } = DefaultClusterId;

    public string ServiceId { get; set; } = DefaultServiceId;
}
