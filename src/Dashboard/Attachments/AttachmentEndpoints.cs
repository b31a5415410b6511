using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;
using Territory.Model.Ids;

namespace Territory.Dashboard.Attachments;

/// <summary>Keeping and showing pictures. The id is the command's, so that a phone can name a picture that it has not sent yet.</summary>
internal static class AttachmentEndpoints
{
    private const int MostBytes = 512 * 1024;

    private static readonly Dictionary<string, string> QuotaDetail = new(StringComparer.Ordinal)
    {
        ["most"] = AttachmentQuota.MostPictures.ToString(CultureInfo.InvariantCulture),
        ["megabytes"] = (AttachmentQuota.MostBytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture),
    };

    public static void Map(RouteGroupBuilder region)
    {
        region.MapPost("/attachments", PutAsync).RequireAuthorization(Policies.AttachPictures);
        region.MapGet("/attachments/{id:guid}", Find).RequireAuthorization(Policies.ReadTerritory);
    }

    private static async Task<Results<Ok<AttachmentAnswer>, BadRequest<RequestProblems>, Conflict<Refusal>>> PutAsync(
        AttachmentRequest request, InRegion inRegion, AttachmentStore store, RegionClocks clocks, CancellationToken cancellationToken)
    {
        if (request.Content.Length > MostBytes)
            return RequestProblems.Answer(new RequestProblem("attachment.too-large", $"A picture has at most {MostBytes} bytes.", "content"));
        if (PictureFormat.Of(request.Content) is not { } format)
            return RequestProblems.Answer(new RequestProblem("attachment.format", "A picture is a JPEG or a PNG.", "content"));
        var person = inRegion.Person;
        var day = person.Day ?? (await clocks.NowAsync(inRegion.Region, cancellationToken)).Today;
        var put = await store.PutAsync(
            inRegion.Region, person.Vehicle?.Value ?? person.Rep?.Value ?? person.Id, day, request.CommandId, format, request.Content, cancellationToken);
        return put switch
        {
            AttachmentPut.Kept => TypedResults.Ok(new AttachmentAnswer(request.CommandId)),
            AttachmentPut.OverQuota => TypedResults.Conflict(new Refusal("attachment.over-quota", QuotaDetail)),
            _ => TypedResults.Conflict(new Refusal("attachment.other-content")),
        };
    }

    private static Results<PhysicalFileHttpResult, NotFound<Refusal>> Find(Guid id, InRegion inRegion, AttachmentStore store) =>
        store.Find(inRegion.Region, new CommandId(id)) is var (path, format)
            ? TypedResults.PhysicalFile(path, format.MediaType)
            : Refusal.Unknown("attachment.unknown");
}

/// <param name="Content">Base64 in JSON.</param>
internal sealed record AttachmentRequest(CommandId CommandId, byte[] Content);

internal sealed record AttachmentAnswer(CommandId Id);
