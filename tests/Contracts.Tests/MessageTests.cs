using System.Reflection;
using Territory.Contracts.Serialization;
using Territory.Contracts.Tests.Samples;

namespace Territory.Contracts.Tests;

/// <summary>What makes a message cross processes and outlive versions: attributes, ids and aliases, as Orleans's code generator asks for them.</summary>
public sealed class MessageTests
{
    public static TheoryData<Type> All => Messages.Data;

    [Theory]
    [MemberData(nameof(All))]
    public void Message_Declared_IsImmutableWithAliasAndContiguousIds(Type message)
    {
        message.IsDefined(typeof(ImmutableAttribute), false).ShouldBeTrue();
        message.IsSealed.ShouldBeTrue();
        message.GetCustomAttribute<AliasAttribute>().ShouldNotBeNull().Alias.ShouldBe($"territory.{message.Name}");
        var ids = StoredProperties(message).Select(property =>
        {
            var id = property.GetCustomAttributes().SingleOrDefault(attribute => attribute.GetType().Name == "IdAttribute");
            id.ShouldNotBeNull($"{message.Name}.{property.Name} has no [Id].");
            return Convert.ToInt32(id.GetType().GetProperty("Id")!.GetValue(id), System.Globalization.CultureInfo.InvariantCulture);
        }).Order().ToArray();
        ids.ShouldBe(Enumerable.Range(0, ids.Length));
    }

    [Fact]
    public void Aliases_OfAllMessagesAndInterfaces_AreUnique()
    {
        var aliases = Messages.All.Concat(Messages.Interfaces).Select(type => type.GetCustomAttribute<AliasAttribute>()?.Alias).ToArray();
        aliases.ShouldAllBe(alias => alias != null);
        aliases.Distinct().Count().ShouldBe(aliases.Length);
    }

    [Fact]
    public void Events_AllDeclared_AreKnownToTheCodec() =>
        EventCodec.Types.ShouldBe(
            typeof(IEvent).Assembly.GetTypes().Where(type => type.IsClass && typeof(IEvent).IsAssignableFrom(type)), ignoreOrder: true);

    internal static IEnumerable<PropertyInfo> StoredProperties(Type message) => message
        .GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.SetMethod is not null && property.Name != "EqualityContract");
}
