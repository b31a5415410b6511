using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Serialization;

internal sealed record SerializerBuilder(IServiceCollection Services) : ISerializerBuilder;
