using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReadAheadInMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_Announced",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_State_LeaseUntil",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_State_Turn",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.AlterColumn<bool>(
                name: "Announced",
                schema: "ingest",
                table: "receipts",
                type: "boolean",
                nullable: false,
                defaultValue: true,
                oldClrType: typeof(bool),
                oldType: "boolean");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Crashes",
                schema: "ingest",
                table: "receipts",
                column: "Crashes",
                filter: "\"State\" = 1 AND \"Crashes\" >= 2");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_LeaseUntil",
                schema: "ingest",
                table: "receipts",
                column: "LeaseUntil",
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Turn",
                schema: "ingest",
                table: "receipts",
                column: "Turn",
                filter: "\"State\" = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_Crashes",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_LeaseUntil",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_Turn",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.AlterColumn<bool>(
                name: "Announced",
                schema: "ingest",
                table: "receipts",
                type: "boolean",
                nullable: false,
                oldClrType: typeof(bool),
                oldType: "boolean",
                oldDefaultValue: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Announced",
                schema: "ingest",
                table: "receipts",
                column: "Announced");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_State_LeaseUntil",
                schema: "ingest",
                table: "receipts",
                columns: new[] { "State", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_State_Turn",
                schema: "ingest",
                table: "receipts",
                columns: new[] { "State", "Turn" });
        }
    }
}
