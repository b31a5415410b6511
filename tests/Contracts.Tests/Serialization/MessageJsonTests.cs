using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Territory.Contracts.Serialization;
using Territory.Contracts.Tests.Samples;

namespace Territory.Contracts.Tests.Serialization;

/// <summary>The one serialised form, with values generated for every member of every message.</summary>
public sealed class MessageJsonTests
{
    public static TheoryData<Type> All => Messages.Data;

    [Theory]
    [MemberData(nameof(All))]
    public void Message_WrittenAndRead_IsTheSame(Type message)
    {
        var form = FormOf(message);
        var value = new SampleValues().Make(message)!;

        var written = CompactJson.Write(value, form);
        var read = JsonSerializer.Deserialize(written, form);

        // Lists have no equality of their own, so what was read is compared by being written again.
        CompactJson.Write(read!, form).ShouldBe(written);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Message_Written_HoldsEveryMember(Type message)
    {
        var json = JsonNode.Parse(CompactJson.Write(new SampleValues().Make(message)!, FormOf(message)))!.AsObject();

        var members = MessageTests.StoredProperties(message).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        json.Select(pair => pair.Key).ShouldBe(members, ignoreOrder: true);
    }

    [Fact]
    public void Text_InChinese_IsNotEscaped() =>
        CompactJson.Text(CommandResult.Refused("code", ("店", "终端")), MessageJsonContext.Default.CommandResult).ShouldContain("终端");

    private static JsonTypeInfo FormOf(Type message) =>
        EventJsonContext.Default.GetTypeInfo(message) ?? MessageJsonContext.Default.GetTypeInfo(message)
        ?? throw new InvalidOperationException($"{message.Name} is in no JSON context.");
}
