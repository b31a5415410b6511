using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Serialization;

/// <summary>Configures serialization. In one process nothing is serialized; the calls are accepted so that the same host code builds.</summary>
public interface ISerializerBuilder
{
    IServiceCollection Services { get; }
}
