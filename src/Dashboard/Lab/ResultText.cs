using System.Buffers;
using System.Text.Json;
using Territory.Contracts.Lab;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

/// <summary>A run's result, put together from its texts.</summary>
internal static class ResultText
{
    public static async Task<byte[]> WriteAsync(LabRunRecord run, LabRunQuery runs, CancellationToken cancellationToken)
    {
        var scenario = await runs.TextsAsync(run, LabTextKind.Scenario, cancellationToken);
        var inputs = await runs.TextsAsync(run, LabTextKind.Inputs, cancellationToken);
        var variants = await runs.TextsAsync(run, LabTextKind.Variant, cancellationToken);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            Raw(writer, "scenario", scenario[0]);
            WriteOptions(writer, run.Start.Settings);
            Raw(writer, "inputs", inputs[0]);
            writer.WriteStartArray("variants");
            foreach (var variant in variants)
                writer.WriteRawValue(variant, skipInputValidation: true);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteOptions(Utf8JsonWriter writer, LabRunSettings settings)
    {
        writer.WriteStartObject("options");
        writer.WriteNumber("replications", settings.Replications);
        writer.WriteNumber("seed", settings.Seed);
        writer.WriteBoolean("antithetic", settings.Antithetic);
        if (settings.Within is { } within)
            writer.WriteNumber("within", within);
        else
            writer.WriteNull("within");
        writer.WriteEndObject();
    }

    private static void Raw(Utf8JsonWriter writer, string name, string json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }
}
