using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>A blob lease: of all instances of the app, the one that holds it runs the timer.</summary>
internal sealed class TimerLock : IAsyncDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan GiveBackWithin = TimeSpan.FromSeconds(2);

    private readonly BlobLeaseClient _lease;
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewing;

    private TimerLock(BlobLeaseClient lease, TimeProvider time)
    {
        _lease = lease;
        _renewing = RenewAsync(time);
    }

    /// <summary>Cancelled when someone else may hold it.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Waits until this instance holds it.</summary>
    public static async Task<TimerLock> AcquireAsync(HostStorage storage, TimerFunction function, TimeProvider time, CancellationToken cancellationToken)
    {
        var blob = storage.LockOf(function);
        var lease = blob.GetBlobLeaseClient();
        while (true)
        {
            try
            {
                await lease.AcquireAsync(Duration, cancellationToken: cancellationToken);
                return new TimerLock(lease, time);
            }
            catch (RequestFailedException exception) when (exception.Status == 404)
            {
                await CreateAsync(storage, function, cancellationToken);
            }
            catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
            {
                await Task.Delay(AskAgainAfter, time, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        try
        {
            // A host that stops isn't kept by storage that is away.
            using var patience = new CancellationTokenSource(GiveBackWithin);
            await _lease.ReleaseAsync(cancellationToken: patience.Token);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
            // It is lost, or ends by itself within a minute.
        }

        _ended.Dispose();
        _lost.Dispose();
    }

    private static async Task CreateAsync(HostStorage storage, TimerFunction function, CancellationToken cancellationToken)
    {
        try
        {
            var onlyIfNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await storage.UploadAsync(storage.LockOf(function), BinaryData.FromString(string.Empty), onlyIfNew, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // Another instance was faster.
        }
    }

    private async Task RenewAsync(TimeProvider time)
    {
        try
        {
            while (true)
            {
                await Task.Delay(RenewAfter, time, _ended.Token);
                await _lease.RenewAsync(cancellationToken: _ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // It is given back.
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            await _lost.CancelAsync();
        }
    }
}
