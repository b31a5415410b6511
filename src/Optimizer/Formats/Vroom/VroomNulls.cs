using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Territory.Optimizer.Formats.Vroom;

/// <summary>Finds the nulls that stand in lists: but for the rows of matrices, where one says that there is no road, no list may have one, and what is read from such a list could not be relied on.</summary>
internal static class VroomNulls
{
    private const int MostNamed = 20;

    /// <param name="json">Text that has been parsed without an error.</param>
    public static IEnumerable<string> PathsIn(string json)
    {
        var found = new List<string>();
        var path = new Stack<(bool IsList, int Index, string? Member)>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (found.Count < MostNamed && reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                path.Pop();
                path.Push((false, 0, reader.GetString()));
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                path.Pop();
                continue;
            }

            if (path.TryPeek(out var list) && list.IsList)
            {
                path.Pop();
                path.Push(list with { Index = list.Index + 1 });
                if (reader.TokenType == JsonTokenType.Null && !IsCell([.. path.Reverse()]))
                    found.Add("$" + string.Concat(path.Reverse().Select(part => part.IsList ? string.Create(CultureInfo.InvariantCulture, $"[{part.Index - 1}]") : "." + part.Member)));
            }

            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                path.Push((reader.TokenType == JsonTokenType.StartArray, 0, null));
        }

        return found;
    }

    private static bool IsCell((bool IsList, int Index, string? Member)[] path) => path is
        [{ Member: "matrix" }, { IsList: true }, { IsList: true }]
        or [{ Member: "matrices" }, { IsList: false }, { Member: "durations" or "distances" or "costs" }, { IsList: true }, { IsList: true }];
}
