using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BatchCompletion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "CompletionAnnounced",
                schema: "ingest",
                table: "batches",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_batches_CompletionAnnounced",
                schema: "ingest",
                table: "batches",
                column: "CompletionAnnounced");

            // Batches that finished before there was an event have none.
            migrationBuilder.Sql("""
                UPDATE ingest.batches SET "CompletionAnnounced" = TRUE
                WHERE NOT EXISTS (SELECT 1 FROM ingest.receipts AS receipt WHERE receipt."RequestId" = batches."RequestId" AND receipt."State" = 1)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_batches_CompletionAnnounced",
                schema: "ingest",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "CompletionAnnounced",
                schema: "ingest",
                table: "batches");
        }
    }
}
