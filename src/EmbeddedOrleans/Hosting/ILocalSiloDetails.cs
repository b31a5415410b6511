namespace Orleans.Runtime;

/// <summary>The silo's names.</summary>
public interface ILocalSiloDetails
{
    string Name { get; }

    string ClusterId { get; }

    SiloAddress SiloAddress { get; }

    SiloAddress GatewayAddress { get; }
}
